import { Fragment, type VNode } from 'preact';
import type { Frame, Refusal } from '../../access/index.ts';
import { indicatorLabel, pieceWords, type View } from '../../analytics/index.ts';
import type { EvidencePiece } from '../../results/index.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { evidenceMessages as m } from '../../web/i18n/messages/evidence.ts';
import { ButtonForm, Form, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { Records } from '../../web/parts/records.tsx';
import { Section } from '../../web/parts/section.tsx';
import { pageFrom } from '../../web/url.ts';
import { whatWords } from '../submission-words.ts';
import { AttachFile, AttachLink, AttachQuotation } from './attach-forms.tsx';
import type { AttachingFields } from './evidence.controller.ts';
import type { ShownPlace } from './evidence-place.ts';

export interface EvidencePageProps {
  readonly frame: Frame;
  readonly view: View;
  readonly place: ShownPlace;
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

/** What is attached to a figure or to a row, with its standing; and the forms that attach more. */
export function EvidencePage(props: EvidencePageProps): VNode {
  const { frame, view, place, pieces, mayAttach, refusal } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const { result, submission } = place;
  const ofRow = submission !== null;
  const figure = ofRow
    ? whatWords(view, submission.kind, submission.cells)
    : t(commonMessages.labelled, {
        label: indicatorLabel(view, result.indicator),
        text: view.f.stated(result),
      });
  return (
    <FormPage
      frame={frame}
      title={figure === '' ? t(m.titleOfRow) : t(m.titleOf, { figure })}
      lede={t(ofRow ? m.ledeOfRow : m.lede)}
      current="desk"
    >
      <p class="form-aside">
        <a href={pageFrom(url, ofRow ? `/submissions/${submission.id}` : `/results/${result.id}`)}>
          {t(ofRow ? m.toRow : m.toFigure)}
        </a>
      </p>
      {!mayAttach && refusal?.form.startsWith('attach-') && (
        <p class="form-error" role="alert">
          {refusal.text}
        </p>
      )}
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
  { frame, view, place, account, mayAttach, mayConfirm, refusal }: EvidencePageProps,
  piece: EvidencePiece,
) {
  const { edition } = frame;
  const { t, f } = edition;
  const { id, withdrawnAt, confirmedAt, addedAt } = piece;
  const title = f.text(piece.title);
  const words = pieceWords(view, piece);
  const day = (moment: Date | null) => (moment === null ? '' : f.moment(moment, view.known.timeZone));
  const isOpen = withdrawnAt === null;
  const ofRow = place.submission !== null;
  const confirming = refusal?.form === `confirm-${id}` ? refusal : null;
  const form = `withdraw-${id}`;
  const withdrawing = refusal?.form === form ? refusal : null;
  const told = confirming ?? (ofRow ? withdrawing : null);
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
        ? t(ofRow ? m.withItsRow : m.notLookedAt)
        : t(m.confirmedBy, { name: piece.confirmedName ?? '', day: day(confirmedAt) }),
    <Fragment key="decide">
      {told !== null && (
        <p class="form-error" role="alert">
          {told.text}
        </p>
      )}
      {isOpen && !ofRow && confirmedAt === null && mayConfirm && piece.addedBy !== account && (
        <ButtonForm
          frame={frame}
          action={`/evidence/${id}/confirm`}
          label={t(m.confirm)}
          description={t(m.confirmOf, { title })}
        />
      )}
      {isOpen && ofRow && mayAttach && (
        <ButtonForm
          frame={frame}
          action={`/evidence/${id}/withdraw`}
          label={t(m.takeAway)}
          description={t(m.takeAwayOf, { title })}
        />
      )}
      {isOpen && !ofRow && (mayAttach || mayConfirm) && (
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
