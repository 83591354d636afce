import { Fragment, type VNode } from 'preact';
import type { Frame, Refusal } from '../../access/index.ts';
import { indicatorLabel, pieceWords, type View } from '../../analytics/index.ts';
import type { Result } from '../../core/result.ts';
import type { EvidencePiece } from '../../results/index.ts';
import { evidenceMessages as m } from '../../web/i18n/messages/evidence.ts';
import { ButtonForm, Form, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { Records } from '../../web/parts/records.tsx';
import { Section } from '../../web/parts/section.tsx';
import { pageFrom } from '../../web/url.ts';
import { AttachFile, AttachLink, AttachQuotation } from './attach-forms.tsx';
import type { AttachingFields } from './evidence.controller.ts';

export interface EvidencePageProps {
  readonly frame: Frame;
  readonly view: View;
  readonly result: Result;
  readonly pieces: readonly EvidencePiece[];
  /** The reader's. */
  readonly account: string;
  readonly mayAttach: boolean;
  readonly mayConfirm: boolean;
  readonly mostBytes: number;
  /** What was not taken, to be mended. */
  readonly typed: AttachingFields | null;
  readonly refusal: Refusal | null;
}

/** What is attached to a figure, with its standing; and the forms that attach more. */
export function EvidencePage(props: EvidencePageProps): VNode {
  const { frame, view, result, pieces, mayAttach } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const figure = `${indicatorLabel(view, result.indicator)}: ${view.f.stated(result)}`;
  return (
    <FormPage frame={frame} title={t(m.titleOf, { figure })} lede={t(m.lede)} current="desk">
      <p class="form-aside">
        <a href={pageFrom(url, `/results/${result.id}`)}>{t(m.toFigure)}</a>
      </p>
      <Section id="attached" title={t(m.attached)}>
        {pieces.length === 0 ? (
          <p class="quiet">{t(m.none)}</p>
        ) : (
          <Records
            id="pieces"
            caption={t(m.attached)}
            heads={[t(m.what), t(m.addedBy), t(m.standing), t(m.decide)]}
            rows={pieces.map((piece) => ({
              key: piece.id,
              muted: piece.withdrawnAt !== null,
              cells: cellsOf(props, piece),
            }))}
          />
        )}
      </Section>
      {mayAttach && (
        <>
          <AttachFile {...props} />
          <AttachLink {...props} />
          <AttachQuotation {...props} />
        </>
      )}
    </FormPage>
  );
}

function cellsOf(
  { frame, view, account, mayAttach, mayConfirm, refusal }: EvidencePageProps,
  piece: EvidencePiece,
) {
  const { edition } = frame;
  const { t, f } = edition;
  const { id, withdrawnAt, confirmedAt, addedAt } = piece;
  const title = f.text(piece.title);
  const words = pieceWords(view, piece);
  const day = (moment: Date | null) => (moment === null ? '' : f.moment(moment, view.known.timeZone));
  const isOpen = withdrawnAt === null;
  const confirming = refusal?.form === `confirm-${id}` ? refusal : null;
  const form = `withdraw-${id}`;
  const withdrawing = refusal?.form === form ? refusal : null;
  return [
    <Fragment key="what">
      {isOpen ? <a href={piece.url ?? pageFrom(frame.url, `/evidence/${id}`)}>{title}</a> : title}
      <br />
      <span class="quiet small">{words.details}</span>
      {words.quotation !== null && <blockquote class="evidence-quote">{words.quotation}</blockquote>}
    </Fragment>,
    <Fragment key="added">
      {piece.addedName}, {day(addedAt)}
      <br />
      <span class="quiet small">{whose(t, piece.titleFor)}</span>
    </Fragment>,
    withdrawnAt !== null
      ? t(m.withdrawnBy, {
          name: piece.withdrawnName ?? '',
          day: day(withdrawnAt),
          reason: piece.withdrawnBecause ?? '',
        })
      : confirmedAt === null
        ? t(m.notLookedAt)
        : t(m.confirmedBy, { name: piece.confirmedName ?? '', day: day(confirmedAt) }),
    <Fragment key="decide">
      {confirming !== null && (
        <p class="form-error" role="alert">
          {confirming.text}
        </p>
      )}
      {isOpen && confirmedAt === null && mayConfirm && piece.addedBy !== account && (
        <ButtonForm
          frame={frame}
          action={`/evidence/${id}/confirm`}
          label={t(m.confirm)}
          description={t(m.confirmOf, { title })}
        />
      )}
      {isOpen && (mayAttach || mayConfirm) && (
        <details open={withdrawing !== null}>
          <summary aria-label={t(m.withdrawOf, { title })}>{t(m.withdraw)}</summary>
          <Form
            frame={frame}
            id={form}
            action={`/evidence/${id}/withdraw`}
            refusal={withdrawing}
            submit={t(m.withdraw)}
            danger
          >
            <TextField
              form={form}
              name="reason"
              label={t(m.reason)}
              autocomplete="off"
              maxLength={500}
              refusal={withdrawing}
            />
          </Form>
        </details>
      )}
    </Fragment>,
  ];
}

function whose(t: Frame['edition']['t'], titleFor: EvidencePiece['titleFor']): string {
  if (titleFor === null) return '';
  return t(titleFor === 'organisation' ? m.forOrganisation : m.forEverybody);
}
