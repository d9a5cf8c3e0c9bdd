/** The menu with a spreadsheet's address and what programs may do with it; the page's script fills it. */
export const shareMenu = `<button type="button" id="share" popovertarget="sharing">Share</button>
  <div id="sharing" popover role="dialog" aria-label="Share">
    <label>Address <input id="address" readonly></label>
    <button type="button" id="copy">Copy address</button>
    <fieldset>
      <legend>The league may</legend>
      <label><input type="radio" name="access" value="edit"> edit</label>
      <label><input type="radio" name="access" value="view"> only look</label>
      <label><input type="radio" name="access" value="none"> do nothing</label>
    </fieldset>
    <p id="shared" role="status"></p>
  </div>`;
