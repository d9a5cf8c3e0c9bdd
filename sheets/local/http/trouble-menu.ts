/** The menu with which a person lets requests of other programs go wrong; the page's script fills it. */
export const troubleMenu = `<button type="button" id="make-trouble" popovertarget="trouble">Make trouble</button>
  <form id="trouble" popover aria-label="Make trouble">
    <p>Lets the next requests of programs go wrong. What you do here yourself always works.</p>
    <label>What happens <select name="kind"></select></label>
    <label data-of="late">Seconds until it is saved <input name="seconds" type="number" value="4" min="0" max="3600" step="any" required></label>
    <label data-of="sort">In which order <select name="order"></select></label>
    <label data-of="type">What is typed <input name="value" autocomplete="off" spellcheck="false"></label>
    <p data-of="sort type" id="trouble-place"></p>
    <div class="pair">
      <label>To which requests <select name="concerns"></select></label>
      <label>How often <select name="times"></select></label>
    </div>
    <button>Add</button>
    <p id="trouble-refused" role="alert"></p>
    <section aria-labelledby="to-come-title">
      <h2 id="to-come-title">Still to come</h2>
      <ul id="to-come" aria-live="polite"></ul>
      <button type="button" id="clear-trouble">Clear all</button>
    </section>
  </form>`;
