// Package config reads .mplint.json: JSON with comments, the nearest one
// upward from a project's root, stopping at the repository's root.
package config

import (
	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/source"
)

// FileName is the name of the config file.
const FileName = ".mplint.json"

// The rulebooks. The draft's adds the rules of the January 2026 draft, as info,
// to those of the provisions of 2021.
const (
	Rulebook2021  = "2021"
	RulebookDraft = "draft-2026"
)

// Config is what one config file says, with the ranges that findings about
// the config itself point at.
type Config struct {
	File *source.File // nil when there is no config file

	Categories       []*categories.Category
	Services         []string
	Optional         []Optional
	PlatformCategory map[string]string // platform id -> category path
	ServicePaths     []string          // WeChat service categories that "category" names, in its order
	Subject          string            // "enterprise", "individual" or empty
	MemberFields     []string
	Rules            map[string]string // rule id -> "error", "warning", "info" or "off"
	Ignore           []Ignore
	Exclude          []string // doublestar globs, relative to the folder of the config
	Lang             string
	Rulebook         string
	Baseline         string
}

// Optional is one entry of "optional": a data type or scope that the program
// asks for beyond its basic service, with the purpose and the pages.
type Optional struct {
	Name    string // as written: a data type, a scope or a capability
	Purpose string
	Pages   []string // doublestar globs relative to the project's root; empty means everywhere
	Range   source.Range
	Pointer string
}

// Ignore is one entry of "ignore". Until is a date, "2027-01-01", after which
// it no longer counts.
type Ignore struct {
	Rule, Path, JSONPointer, Reason, Until string
	Range                                  source.Range
	Pointer                                string // where the entry stands in the config
}
