// What Slack's pages say and the comments of its types do not, or no longer. [place, what holds there, where it is said]
const BLOCKS = 'docs.slack.dev/reference/block-kit/blocks';
const OBJECTS = 'docs.slack.dev/reference/block-kit/composition-objects';
const ELEMENTS = 'docs.slack.dev/reference/block-kit/block-elements';
const atLeast = (n) => ({ minItems: n });

export const CORRECTIONS = [
  ['MrkdwnOption.value', { minLength: 1, maxLength: 150 }, `${OBJECTS}/option-object`],
  ['PlainTextOption.value', { minLength: 1, maxLength: 150 }, `${OBJECTS}/option-object`],
  ['PlainTextElement.text', { minLength: 1, maxLength: 3000 }, `${OBJECTS}/text-object`],
  ['ActionsBlock.elements', { minItems: 1, maxItems: 25 }, `${BLOCKS}/actions-block`],
  ['ContextBlock.elements', { minItems: 1, maxItems: 10 }, `${BLOCKS}/context-block`],
  ['SectionBlock.fields', { minItems: 1, maxItems: 10, items: { properties: { text: { maxLength: 2000 } } } }, `${BLOCKS}/section-block`],
  ['TableBlock.rows', { minItems: 1, maxItems: 100, items: { minItems: 1, maxItems: 20 } }, `${BLOCKS}/table-block`],
  ['DataTableBlock.rows', { minItems: 2, maxItems: 101, items: { minItems: 1, maxItems: 20 } }, `${BLOCKS}/data-table-block`],
  ['DataTableBlock.page_size', { minimum: 1, maximum: 100 }, `${BLOCKS}/data-table-block`],
  ['MarkdownBlock.text', { minLength: 1, maxLength: 12000 }, `${BLOCKS}/markdown-block`],
  ['RichTextBlock.elements', atLeast(1), `${BLOCKS}/rich-text-block`],
  ['Checkboxes.options', { minItems: 1, maxItems: 10 }, `${ELEMENTS}/checkboxes-element`],
  ['RadioButtons.options', { minItems: 1, maxItems: 10 }, `${ELEMENTS}/radio-button-group-element`],
  ['StaticSelect.options', { minItems: 1, maxItems: 100 }, `${ELEMENTS}/select-menu-element`],
  ['MultiStaticSelect.options', { minItems: 1, maxItems: 100 }, `${ELEMENTS}/multi-select-menu-element`],
  ['StaticSelect.option_groups', { minItems: 1, maxItems: 100, items: { properties: { options: { minItems: 1, maxItems: 100 }, label: { properties: { text: { maxLength: 75 } } } } } }, `${OBJECTS}/option-group-object`],
  ['MultiStaticSelect.option_groups', { minItems: 1, maxItems: 100, items: { properties: { options: { minItems: 1, maxItems: 100 }, label: { properties: { text: { maxLength: 75 } } } } } }, `${OBJECTS}/option-group-object`],
  ['Overflow.options', { minItems: 1, maxItems: 5 }, `${ELEMENTS}/overflow-menu-element`],
  ['PlainTextInput.max_length', { minimum: 1, maximum: 3000 }, `${ELEMENTS}/plain-text-input-element`],
  ['PlainTextInput.min_length', { minimum: 0, maximum: 3000 }, `${ELEMENTS}/plain-text-input-element`],
  ['PlainTextInput.initial_value', { maxLength: 3000 }, `${ELEMENTS}/plain-text-input-element`],
  ['Datepicker.initial_date', { pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, `${ELEMENTS}/date-picker-element`],
  ['ModalView.external_id', { maxLength: 255 }, 'docs.slack.dev/reference/views/modal-views'],
  ['ModalView.blocks', { minItems: 1, maxItems: 100 }, 'docs.slack.dev/reference/views/modal-views'],
];

// Too new for the types of today: docs.slack.dev/reference/block-kit/blocks/data-visualization-block.
const words = (most) => ({ type: 'string', minLength: 1, maxLength: most });
const closed = (properties, required = Object.keys(properties)) => ({ type: 'object', properties, required, additionalProperties: false });
const list = (items, maxItems) => ({ type: 'array', items, minItems: 1, maxItems });
const point = (value) => closed({ label: words(20), value });
const number = { type: 'number' };

export const CHART = closed(
  {
    type: { const: 'data_visualization' },
    block_id: words(255),
    title: words(50),
    chart: {
      anyOf: [
        closed({ type: { const: 'pie' }, segments: list(point({ ...number, exclusiveMinimum: 0 }), 6) }),
        closed({
          type: { enum: ['line', 'bar', 'area'] },
          series: list(closed({ name: words(20), data: list(point(number), 20) }), 6),
          axis_config: closed({ categories: list(words(20), 20), x_label: words(50), y_label: words(50) }, ['categories']),
        }),
      ],
    },
  },
  ['type', 'title', 'chart'],
);
