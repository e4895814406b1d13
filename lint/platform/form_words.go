package platform

import (
	_ "embed" // for the data file
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed data/common/form-words.json
var formWordsJSON []byte

// FormWords tells from the words at a form field which data it asks for. Words
// are in lower case and without blanks.
type FormWords struct {
	Schema   int      `json:"schema"`   // version of this shape, 1
	Compiled string   `json:"compiled"` // day the words were collected, YYYY-MM-DD
	Sources  []string `json:"sources"`

	Elements     []string `json:"elements"`     // of the platforms, in which users type or choose
	ElementParts []string `json:"elementParts"` // parts of the names of components that do the same
	RowParts     []string `json:"rowParts"`     // parts of the names of components that label the field inside

	Lead     []string `json:"lead"`     // words before what is asked for
	Trail    []string `json:"trail"`    // words behind it
	Optional []string `json:"optional"` // words that leave the field to the user
	Section  []string `json:"section"`  // words that extend such a mark to all that follows
	Choose   []string `json:"choose"`   // words of a field that opens a picker
	Never    []string `json:"never"`    // words of fields that ask for something else

	// Others are words of a template whose form is about someone or something
	// else than the user: a shop, a member of staff, a pet. OtherNames are the
	// same as words of file names and of names in the program.
	Others     []string `json:"others"`
	OtherNames []string `json:"otherNames"`
	// Chosen are the data types that a picker or radio group is read for: what
	// else one chooses, such as a province, is only a part of the data.
	Chosen []string     `json:"chosen"`
	Fields []*FieldType `json:"fields"`
}

// FieldType is what fields for one data type say.
type FieldType struct {
	DataType string   `json:"dataType"`
	Exact    []string `json:"exact"`    // all that a label says
	Contains []string `json:"contains"` // part of a label
	Names    []string `json:"names"`    // names in the program, such as realName
	Within   []string `json:"within"`   // data types that, where a category lists them, cover such a field
	Beside   []string `json:"beside"`   // words of a template in which such fields are for the data type Instead:
	Instead  string   `json:"instead"`  // the phone in a form for an address is the recipient's
}

// Label is what the words at a field say.
type Label struct {
	DataType string
	Empty    bool // nothing but words that stand at any field, such as 请输入
	Never    bool // something that is none of the data types
	Optional bool // that the user may leave the field out
	Section  bool // the same of all fields that follow
	Choose   bool // that a choice follows
}

var formWords = sync.OnceValue(func() *FormWords {
	var w FormWords
	if err := json.Unmarshal(formWordsJSON, &w); err != nil {
		panic(fmt.Errorf("reading the words of forms: %w", err))
	}
	return &w
})

// Forms returns the words of form fields; the first call reads them.
func Forms() *FormWords { return formWords() }

// Field returns what fields for a data type say.
func (w *FormWords) Field(dataType string) *FieldType {
	i := slices.IndexFunc(w.Fields, func(f *FieldType) bool { return f.DataType == dataType })
	if i < 0 {
		return nil
	}
	return w.Fields[i]
}

// Read tells what a label or a placeholder says.
func (w *FormWords) Read(text string) Label {
	text = strings.ToLower(text)
	words := lettersOf(text)
	l := Label{
		Never:    containsAny(text, w.Never),
		Optional: containsAny(words, w.Optional),
		Choose:   containsAny(words, w.Choose),
	}
	l.Section = l.Optional && containsAny(words, w.Section)
	if l.Optional {
		for _, o := range w.Optional {
			words = strings.ReplaceAll(words, o, "")
		}
	} else {
		words = lettersOf(withoutBrackets(text))
	}
	words = w.core(words)
	l.Empty = words == ""
	for _, f := range w.Fields {
		if slices.Contains(f.Exact, words) || containsAny(words, f.Contains) {
			l.DataType = f.DataType
			break
		}
	}
	return l
}

// Named returns the data type that a name in the program stands for, or "".
func (w *FormWords) Named(name string) string {
	for _, f := range w.Fields {
		if slices.Contains(f.Names, name) {
			return f.DataType
		}
	}
	return ""
}

// core takes the words that stand at any field from both ends.
func (w *FormWords) core(words string) string {
	for again := true; again; {
		again = false
		for _, lead := range w.Lead {
			if rest, ok := strings.CutPrefix(words, lead); ok {
				words, again = rest, true
			}
		}
		for _, trail := range w.Trail {
			if rest, ok := strings.CutSuffix(words, trail); ok {
				words, again = rest, true
			}
		}
	}
	return words
}

func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// withoutBrackets leaves out what stands in brackets, which explains a label.
func withoutBrackets(text string) string {
	depth := 0
	return strings.Map(func(r rune) rune {
		switch r {
		case '(', '（', '[', '【':
			depth++
		case ')', '）', ']', '】':
			depth = max(depth-1, 0)
		default:
			if depth == 0 {
				return r
			}
		}
		return -1
	}, text)
}

func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// NamesOther reports whether a path or a name in the program, such as
// "pages/pet/edit" or "storeMobile", has a word of someone else than the user.
func (w *FormWords) NamesOther(name string) bool {
	start := 0
	for i := 0; i <= len(name); i++ {
		if i < len(name) && isLower(name[i]) {
			continue
		}
		if i > start && slices.Contains(w.OtherNames, strings.ToLower(name[start:i])) {
			return true
		}
		if start = i; i < len(name) && !isUpper(name[i]) {
			start = i + 1
		}
	}
	return false
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }
func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
