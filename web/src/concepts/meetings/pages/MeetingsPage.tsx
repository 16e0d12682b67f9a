import { enumKey, useWords } from "../../../kit/i18n/words";
import { Page } from "../../../kit/ui/Page";
import { useViewer } from "../../../kit/viewer";
import { MeetingList } from "../parts/MeetingList";

/** The first page of who only reads: the meetings that are open to her, the last first. */
export function MeetingsPage() {
  const { t } = useWords();
  const viewer = useViewer();
  return (
    <Page
      title={t("nav.meetings")}
      tab={t("nav.meetings")}
      lead={t(enumKey("meetings.lead", viewer.role, "meetings.lead.PARTNER"))}
    >
      <MeetingList />
    </Page>
  );
}
