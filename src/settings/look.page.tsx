import type { VNode } from 'preact';
import { type Brand, brandOf, chartTokens } from '../charts/index.ts';
import { contrast, TEXT_CONTRAST } from '../core/colour.ts';
import { settingsMessages as s } from '../web/i18n/messages/settings.ts';
import { Form, TextField } from '../web/parts/form.tsx';
import type { SettingsPageProps } from './settings.page.tsx';

/** A file to choose; none is kept where it was refused, for browsers send no file twice. */
export function LogoForm({ frame, refusal }: SettingsPageProps): VNode {
  const { t } = frame.edition;
  const error = refusal?.form === 'logo' && refusal.field === 'logo' ? refusal.text : null;
  return (
    <Form frame={frame} id="logo" action="/settings/logo" refusal={refusal} submit={t(s.useLogo)} takesFile>
      <div class="field">
        <label for="logo-logo">{t(s.logo)}</label>
        <span class="field-hint" id="logo-hint">
          {t(s.logoHint)}
        </span>
        {error !== null && (
          <span class="field-error" id="logo-error" role="alert">
            {error}
          </span>
        )}
        <input
          id="logo-logo"
          type="file"
          name="logo"
          accept="image/png,image/svg+xml,.png,.svg"
          required
          aria-describedby={error === null ? 'logo-hint' : 'logo-hint logo-error'}
          aria-invalid={error === null ? undefined : 'true'}
        />
      </div>
    </Form>
  );
}

/** The colour, what becomes of it on light and dark pages, and how that looks. */
export function ColourSection(props: SettingsPageProps): VNode {
  const { frame, settings, typed, refusal } = props;
  const { t } = frame.edition;
  const { accent } = settings.chosen;
  return (
    <>
      <Form
        frame={frame}
        id="colour"
        action="/settings/colour"
        refusal={refusal}
        submit={t(s.save)}
        also={{ name: 'show', value: 'yes', label: t(s.showColour) }}
      >
        <TextField
          form="colour"
          name="accent"
          autocomplete="off"
          spellcheck={false}
          maxLength={7}
          required={false}
          label={t(s.colour)}
          hint={t(s.colourHint)}
          value={typed.colour ?? accent ?? ''}
          refusal={refusal}
        />
      </Form>
      <div class="form-aside">
        <h3>{t(s.preview)}</h3>
        <div class="looks">
          <div class="look look-light">
            <Look {...props} mode="light" />
          </div>
          <div class="look look-dark">
            <Look {...props} mode="dark" />
          </div>
        </div>
        {accent !== null && <Readability {...props} accent={accent} brand={brandOf(accent)} />}
      </div>
    </>
  );
}

/** A head and a button as they are on light, or on dark pages, whichever this one is. */
function Look({ frame, mode }: SettingsPageProps & { readonly mode: 'light' | 'dark' }): VNode {
  const { edition, site } = frame;
  const { t, f } = edition;
  return (
    <>
      <p class="look-head">
        {site.logo !== null && <img alt="" {...site.logo} />}
        <strong>{f.text(site.name)}</strong>
      </p>
      <p class="look-row">
        <span class="look-current">{t(s.sampleLink)}</span>
        <span class="look-button">{t(s.sampleButton)}</span>
      </p>
      <p class="small">{t(s[mode])}</p>
    </>
  );
}

function Readability({
  frame,
  accent,
  brand,
}: SettingsPageProps & { readonly accent: string; readonly brand: Brand }): VNode {
  const { t, f } = frame.edition;
  const ratio = (value: number) =>
    new Intl.NumberFormat(f.locale, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      // 4.46 is not 4.5.
      roundingMode: 'floor',
    }).format(value);
  const said = (['light', 'dark'] as const).map((mode) => {
    const shown = brand[mode];
    const own = contrast(accent, chartTokens[mode]['chart-surface']);
    const words = t(mode === 'light' ? s.onLight : s.onDark, {
      colour: shown.accent,
      ratio: ratio(shown.contrast),
    });
    return own >= TEXT_CONTRAST ? words : `${words} ${t(s.adjusted, { colour: accent, ratio: ratio(own) })}`;
  });
  return (
    <ul class="readability small">
      {said.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {!brand.inCharts && <li>{t(s.notInCharts)}</li>}
    </ul>
  );
}
