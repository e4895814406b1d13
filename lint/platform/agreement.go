package platform

import (
	_ "embed" // for the data file
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

//go:embed data/common/agreement.json
var agreementJSON []byte

// agreementWords is data/common/agreement.json. All words are in lower case.
type agreementWords struct {
	Schema    int      `json:"schema"`
	Compiled  string   `json:"compiled"`
	Documents []string `json:"documents"` // what is agreed to
	Consent   []string `json:"consent"`   // that it is agreed to
	Refusal   []string `json:"refusal"`   // that it is not
	Privacy   []string `json:"privacy"`   // that personal information is its subject
	Names     []string `json:"names"`     // parts of the names of such data
}

var loadAgreement = sync.OnceValue(func() *agreementWords {
	w := new(agreementWords)
	if err := json.Unmarshal(agreementJSON, w); err != nil {
		panic(fmt.Errorf("reading the words of agreements: %w", err))
	}
	return w
})

// IsAgreement reports whether a box stands for the consent to an agreement, by
// the texts near it from the inside out and by the names of the data it is
// bound to. The first text that is there must speak of it, and one of them, or
// it and the names, must hold both the agreement and the consent. privacy says
// that the text is about personal information.
func IsAgreement(near, names []string) (is, privacy bool) {
	w := loadAgreement()
	named := containsAny(strings.ToLower(strings.Join(names, ".")), w.Names)
	first := true
	for _, text := range near {
		text = strings.ToLower(text)
		document, consent := containsAny(text, w.Documents), containsAny(text, w.Consent)
		if text != "" && first {
			first = false
			if !document && !consent || containsAny(text, w.Refusal) && !document {
				return false, false
			}
		}
		if document && (consent || named) {
			return true, containsAny(text, w.Privacy)
		}
	}
	return false, false
}
