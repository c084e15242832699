import { useChoices } from '../api/queries';
import { t } from '../i18n/text';
import { Choose, TextArea } from '../ui/Field';

interface Props {
  reason: string;
  words: string;
  change: (part: { urgentReason?: string; urgentWords?: string }) => void;
  wrong: (field: string) => string | undefined;
}

/** Why a request cannot wait: a reason from the closed list, and what happened. */
export function UrgentFields({ reason, words, change, wrong }: Props) {
  const choices = useChoices();
  return (
    <>
      <Choose
        id="urgentReason"
        label={t('requests.urgentReason')}
        error={wrong('urgentReason')}
        none={t('requests.choose')}
        of={choices.data?.urgentReasons}
        words={(each) => each.text}
        value={reason}
        onText={(urgentReason) => change({ urgentReason })}
      />
      <TextArea
        id="urgentWords"
        label={t('requests.urgentWords')}
        hint={t('requests.urgentWordsHint')}
        error={wrong('urgentWords')}
        rows={3}
        value={words}
        onText={(urgentWords) => change({ urgentWords })}
      />
    </>
  );
}
