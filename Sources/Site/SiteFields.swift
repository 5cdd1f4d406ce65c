// The fields of `content/site.yaml`: the site's name, languages, editions and settings.

package import Languages
package import Transition

package enum SiteFields: Entity {
  package static let name = Field<LocalizedText>("name", .localized, .required, "The site's name, per language.")
  package static let languages = Field<[String]>("languages", .list(.language), .required, "Languages of the site.")
  package static let sourceLanguage = Field<String>(
    "sourceLanguage", .language, .required, "The language texts are first written in.")
  package static let timezone = Field<String>("timezone", .timeZone, .required, "Where the site's days begin.")
  package static let asOf = Field<Day>("asOf", .day, "The day a build speaks for, when none is given.")
  package static let editions = Field<ValueMap>(
    "editions", .map(.record(EditionFields.schema)), .required, "What is published for whom.")
  package static let legal = Field<ValueMap>(
    "legal", .map(.record(LegalFields.schema)), "Imprint, privacy, accessibility and company, by market.")
  package static let missingTranslation = Field<ValueMap>(
    "missingTranslation", .map(.choice(["fallback", "error"])),
    "By audience: show the source language's text, marked (fallback, the default), or refuse to build.")
  package static let rules = Field<ValueMap>(
    "rules", .map(.choice(["error", "warning", "off"])), "Severity of single warnings, by their name.")
  package static let rawHTML = Field<Bool>("rawHTML", .boolean, "Allows HTML in Markdown; false when left out.")
  package static let logo = Field<String>(
    "logo", .text, "An image in the header of every page: its path below content.")
  package static let files = Field<ValueMap>(
    "files", .map(.either(.audience, .record(FileFields.schema))),
    "Who may have a file beside the pages, by path or folder; internal when left out.")
  package static let verify = Field<LocalizedText>("verify", .localized, "Default for channels and notices.")
  package static let accessibleAlternative = Field<LocalizedText>(
    "accessibleAlternative", .localized, "Default for channels and notices.")

  package static let schema = EntitySchema(
    "site", collection: "site", isSingle: true, audience: .public, isNested: true,
    "The site: its languages, its editions and its settings.",
    [
      name.spec, languages.spec, sourceLanguage.spec, timezone.spec, asOf.spec, editions.spec, legal.spec,
      missingTranslation.spec, rules.spec, rawHTML.spec, logo.spec, files.spec, verify.spec,
      accessibleAlternative.spec,
    ])
}

/// One edition: what one audience gets.
package enum EditionFields: Entity {
  package static let audience = Field<String>("audience", .audience, .required, "Who reads it.")
  package static let partner = Field<String>("partner", .identifier, "For audience partner: the provider's id.")
  package static let url = Field<String>("url", .text, .required, "Where it is published, with the path if it has one.")
  package static let name = Field<LocalizedText>("name", .localized, "The site's name in this edition, if another one.")
  package static let accent = Field<String>("accent", .text, "The colour of links and marks, written #1f5f4a.")

  package static let schema = EntitySchema(
    "edition", collection: "", audience: .public, declaresAudience: true, isNested: true,
    "What one audience gets.",
    [audience.spec, partner.spec, url.spec, name.spec, accent.spec])
}

/// Who may have a file, and what of it was looked at.
package enum FileFields: Entity {
  package static let audience = Field<String>("audience", .audience, .required, "Who may have it.")
  package static let metadata = Field<String>(
    "metadata", .choice(["keep"]), "What the document says of its authors was looked at and may be read.")

  package static let schema = EntitySchema(
    "file", collection: "", audience: .public, declaresAudience: true, isNested: true,
    "Who may have a file beside the pages.", [audience.spec, metadata.spec])
}

/// What the law of a market wants named.
package enum LegalFields: Entity {
  package static let imprint = Field<LocalizedText>("imprint", .markdown, "Who publishes.")
  package static let privacy = Field<LocalizedText>("privacy", .markdown, "Where the privacy notice is.")
  package static let accessibility = Field<LocalizedText>("accessibility", .markdown, "The accessibility statement.")
  package static let company = Field<LocalizedText>("company", .markdown, "The company and its register.")

  package static let schema = EntitySchema(
    nested: "legal", [imprint.spec, privacy.spec, accessibility.spec, company.spec])
}
