import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Panel } from '../model.ts';

export const PanelContext = createContext<Panel | undefined>(undefined);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('A view is used outside of PanelContext.');
  return panel;
}
