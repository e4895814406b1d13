package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/suppress"
)

// fingerprint gives each finding its fingerprint, the hidden ones too: one
// that is suppressed must not lend its fingerprint to the next like it.
func fingerprint(findings []*rule.Finding, hidden []suppress.Hidden) {
	all := slices.Clone(findings)
	for _, h := range hidden {
		all = append(all, h.Finding)
	}
	slices.SortStableFunc(all, compare)
	count := map[string]int{}
	for _, f := range all {
		id := digest(f.File.Path, identity(f))
		count[id]++
		f.Fingerprint = digest(id, strconv.Itoa(count[id]))
	}
}

// identity is what makes a finding of a file the same one in another run: its
// rule and what it is about, in words that stay when lines move, code is
// formatted or what stands beside it is renamed. Findings of a file that
// cannot be told apart have it in common.
func identity(f *rule.Finding) string {
	about, text := f.Capability, ""
	if about == "" {
		about = strings.Join(f.DataTypes, ",")
	}
	pointer := withoutIndexes(f.Pointer)
	if pointer != f.Pointer || about+f.Scope+pointer == "" {
		text = essence(f.File.Text(f.Range))
	}
	return digest(f.Rule, f.Platform, about, f.Scope, pointer, text)
}

// withoutIndexes takes the numbers out of a JSON pointer: an entry of a list
// moves when another one goes.
func withoutIndexes(pointer string) string {
	parts := strings.Split(pointer, "/")
	for i, p := range parts {
		if _, err := strconv.Atoi(p); err == nil {
			parts[i] = "*"
		}
	}
	return strings.Join(parts, "/")
}

// essence is a text without what a formatter adds, removes or exchanges.
func essence(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("'\"`;,", r) {
			return -1
		}
		return r
	}, text)
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}
