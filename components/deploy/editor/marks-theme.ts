import { EditorView } from '@codemirror/view'

const wave = (colour: string) => ({
  backgroundImage: 'none',
  textDecoration: `underline wavy var(${colour}) 1px`,
  textUnderlineOffset: '3px',
  textDecorationSkipInk: 'none',
})

/** Marks, hints and lists of the stack editor, by our tokens. */
export const marksTheme = EditorView.theme({
  '&': { minHeight: '22rem', maxHeight: 'max(22rem, calc(100dvh - 19rem))' },
  '.cm-lintRange-error': wave('--failing'),
  '.cm-lintRange-warning': wave('--attention'),
  '.cm-lintRange-info': { ...wave('--working'), textDecorationStyle: 'dotted' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--failing)' },
  '.cm-gutter-lint': { width: '1rem' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0.25rem 0 0 0.25rem' },
  '.cm-lint-marker': { width: '0.625rem', height: '0.625rem', content: 'none', display: 'block' },
  '.cm-lint-marker-error': {
    backgroundColor: 'var(--failing)',
    clipPath: 'polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%)',
  },
  '.cm-lint-marker-warning': { backgroundColor: 'var(--attention)', clipPath: 'polygon(50% 5%, 100% 95%, 0 95%)' },
  '.cm-lint-marker-info': { border: '2px solid var(--working)', borderRadius: '9999px' },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    border: 'none',
    borderRadius: '0.5rem',
    boxShadow: 'var(--shadow-overlay)',
    overflow: 'hidden',
  },
  '.cm-diagnostic': {
    maxWidth: '32rem',
    padding: '0.5rem 0.75rem',
    border: 'none',
    fontFamily: 'var(--font-sans)',
    fontSize: '0.8125rem',
    lineHeight: '1.25rem',
  },
  '.cm-diagnosticAction': {
    display: 'inline-block',
    margin: '0.375rem 0.5rem 0 0',
    padding: '0.125rem 0.5rem',
    border: '1px solid var(--line-strong)',
    borderRadius: '0.375rem',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    fontWeight: '500',
    fontSize: '0.8125rem',
  },
  '.cm-diagnosticAction:hover': { backgroundColor: 'var(--hover)' },
  '.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-mono)',
    fontSize: '0.75rem',
    maxHeight: '15rem',
    padding: '0.25rem',
  },
  '.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '1.5rem',
    justifyContent: 'space-between',
    padding: '0.1875rem 0.5rem',
    borderRadius: '0.25rem',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--hover)', color: 'var(--ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--accent)', fontWeight: '600' },
  '.cm-completionDetail': { margin: '0', fontStyle: 'normal', fontFamily: 'var(--font-sans)', color: 'var(--muted)' },
})
