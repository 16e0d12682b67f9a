import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { ButtonLink } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Icon } from "../../../kit/ui/Icon";
import { Name, Names } from "../../../kit/ui/Name";
import { Empty } from "../../../kit/ui/State";
import { callLink, whatsAppLink } from "../phones";
import styles from "./Holders.module.css";

const Holders_office = graphql(`
  fragment Holders_office on Stakeholder {
    id
    posts {
      id
      title {
        en
        ur
      }
      from
      isCurrent
      person {
        id
        name {
          en
          ur
        }
        phones {
          number
          kind
        }
      }
    }
  }
`);

/** Who holds the posts of an office now, since when, and how to reach them. */
export function Holders({ office: masked }: { office: FragmentType<typeof Holders_office> }) {
  const { t } = useWords();
  const holders = unmask(Holders_office, masked).posts.filter(({ isCurrent }) => isCurrent);
  if (holders.length === 0) return <Empty>{t("office.noHolder")}</Empty>;
  return (
    <ul className={styles.list}>
      {holders.map(({ id, title, from, person }) => (
        <li key={id} className={styles.holder}>
          <p className={styles.name}>{person ? <Names of={person.name} /> : t("office.hidden")}</p>
          <p className={styles.post}>
            {from ? (
              <Sentence
                id="office.postSince"
                values={{ title: <Name of={title} />, day: <Day of={from} /> }}
              />
            ) : (
              <Name of={title} />
            )}
          </p>
          {person && person.phones.length > 0 ? (
            <p className={styles.reach}>
              {person.phones.map(({ number, kind }) =>
                kind === "WHATSAPP" ? (
                  <ButtonLink key={`${kind}${number}`} href={whatsAppLink(number)}>
                    <Icon name="message" /> {t("phone.WHATSAPP")}
                  </ButtonLink>
                ) : (
                  <ButtonLink key={`${kind}${number}`} href={callLink(number)}>
                    <Icon name="phone" /> {t(enumKey("phone", kind, "phone.OWN"))}
                  </ButtonLink>
                ),
              )}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
