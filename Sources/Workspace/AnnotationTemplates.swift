/// The files of notes with which a project begins.
enum AnnotationTemplates {
  static let files = [
    (
      "kinds.yml",
      """
      # What a note may say. A kind or a field is added here, without code.
      # Types: text, markdown, agencies, date, quantity, choice, link, reference.
      kinds:
        task:
          label: { zh-Hans: 任务, en: Task }
          fields:
            lead: { type: agencies, label: { zh-Hans: 牵头, en: Lead } }
            responsible: { type: agencies, label: { zh-Hans: 责任, en: Responsible } }
            support: { type: agencies, label: { zh-Hans: 配合, en: Support } }
            collating: { type: agencies, label: { zh-Hans: 汇总, en: Collating } }
            by-duty: { type: agencies, label: { zh-Hans: 按职责分工, en: Each by its duties } }
            local: { type: agencies, label: { zh-Hans: 属地, en: Local } }
            guide: { type: agencies, label: { zh-Hans: 指导, en: Guidance } }
            deadline: { type: date, label: { zh-Hans: 期限, en: Deadline } }
        indicator:
          label: { zh-Hans: 指标, en: Indicator }
          fields:
            target: { type: quantity, required: true, label: { zh-Hans: 目标, en: Target } }
            deadline: { type: date, label: { zh-Hans: 期限, en: Deadline } }
            responsible: { type: agencies, label: { zh-Hans: 责任, en: Responsible } }
        definition:
          label: { zh-Hans: 释义, en: Definition }
          fields:
            term: { type: text, required: true, label: { zh-Hans: 用语, en: Term } }
            meaning: { type: markdown, required: true, label: { zh-Hans: 含义, en: Meaning } }
        reference:
          label: { zh-Hans: 参见, en: Reference }
          fields:
            to: { type: reference, required: true, repeated: true, label: { zh-Hans: 所指, en: Refers to } }
        comment:
          label: { zh-Hans: 评注, en: Comment }

      """
    ),
    (
      "agencies.yml",
      """
      # Who may be named in notes: names, aliases, parents, dates of validity.
      agencies: []

      """
    ),
  ]
}
