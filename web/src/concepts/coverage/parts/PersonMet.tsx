import { type FragmentType, graphql, unmask } from "../../../gql";
import { Listed } from "../../../kit/ui/Listed";
import { Name, Names } from "../../../kit/ui/Name";
import styles from "./PersonMet.module.css";

const PersonMet_person = graphql(`
  fragment PersonMet_person on Person {
    name {
      en
      ur
    }
    posts {
      id
      isCurrent
      title {
        en
        ur
      }
      stakeholder {
        id
        name {
          en
          ur
        }
      }
    }
  }
`);

/** Somebody who was met, and what she is where, as far as that is for the reader. */
export function PersonMet({ person: masked }: { person: FragmentType<typeof PersonMet_person> }) {
  const { name, posts } = unmask(PersonMet_person, masked);
  const held = posts.filter(({ isCurrent }) => isCurrent);
  return (
    <li className={styles.person}>
      <Names of={name} />
      {held.length > 0 ? (
        <span className={styles.posts}>
          <Listed
            of={held.map(({ id, title, stakeholder }) => ({
              key: id,
              item: (
                <>
                  <Name of={title} />
                  {stakeholder ? (
                    <>
                      {" · "}
                      <Name of={stakeholder.name} />
                    </>
                  ) : null}
                </>
              ),
            }))}
          />
        </span>
      ) : null}
    </li>
  );
}
