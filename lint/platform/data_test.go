package platform

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/categories"
)

// eachPlatform runs a subtest for every platform.
func eachPlatform(t *testing.T, run func(t *testing.T, p *Platform)) {
	for _, p := range All() {
		t.Run(p.ID, func(t *testing.T) { run(t, p) })
	}
}

func TestEveryDataFileHasAPlatformAndTheSchema(t *testing.T) {
	files, err := filepath.Glob("data/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no data files: %v", err)
	}
	for _, file := range files {
		if filepath.Base(file) == "sdks.json" {
			continue // of all platforms: sdk_test.go
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		id, isReference := strings.CutSuffix(strings.TrimSuffix(filepath.Base(file), ".json"), "-reference")
		if _, ok := ByID(id); !ok {
			t.Errorf("%s: no platform %q", file, id)
		}
		var into any = new(Data)
		if isReference {
			into = new(Reference)
		}
		d := json.NewDecoder(bytes.NewReader(raw))
		d.DisallowUnknownFields()
		if err := d.Decode(into); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if len(raw) > 200_000 {
			t.Errorf("%s has %d bytes", file, len(raw))
		}
	}
}

func TestCounts(t *testing.T) {
	for _, tt := range []struct {
		p                                        *Platform
		capabilities, scopes, privateInfos       int
		gates, errors, timeline, rules, consents int
		memberFields, frameworks                 int
	}{
		{WeChat, 284, 16, 8, 17, 18, 15, 17, 6, 0, 10},
		{Alipay, 254, 30, 0, 0, 51, 0, 10, 5, 64, 5},
	} {
		r := tt.p.Reference()
		have := []int{len(tt.p.Capabilities()), len(tt.p.Scopes()), len(tt.p.PrivateInfos()), len(r.CategoryGates),
			len(r.Errors), len(r.Timeline), len(r.Rules), len(r.ConsentAPIs), len(r.MemberFields), len(r.Frameworks)}
		want := []int{tt.capabilities, tt.scopes, tt.privateInfos, tt.gates, tt.errors, tt.timeline, tt.rules, tt.consents, tt.memberFields, tt.frameworks}
		if !slices.Equal(have, want) {
			t.Errorf("%s: have %v, want %v", tt.p.ID, have, want)
		}
	}
}

func TestIDsAndNamesUnique(t *testing.T) {
	eachPlatform(t, func(t *testing.T, p *Platform) {
		ids, names := map[string]bool{}, map[string]bool{}
		for _, c := range p.Capabilities() {
			if c.ID == "" || ids[c.ID] || names[c.Name] {
				t.Errorf("id %q or name %q is empty or not unique", c.ID, c.Name)
			}
			ids[c.ID], names[c.Name] = true, true
			if strings.HasPrefix(c.Name, "alipay.") || strings.HasPrefix(c.Name, "api:") {
				t.Errorf("%s: name %q is no canonical name", c.ID, c.Name)
			}
		}
	})
}

func TestCapabilitiesComplete(t *testing.T) {
	kinds := []Kind{API, Component, Attr, OpenType, Scope, Manifest}
	requests := []RequestKind{Prompt, Declared, Picker, Write, Silent, Unjudged}
	surfaces := []Surface{MiniProgram, MiniGame, Plugin}
	eachPlatform(t, func(t *testing.T, p *Platform) {
		for _, c := range p.Capabilities() {
			if !slices.Contains(kinds, c.Kind) || !slices.Contains(requests, c.Request) || c.Access == "" {
				t.Errorf("%s: kind %q, request %q, access %q", c.ID, c.Kind, c.Request, c.Access)
			}
			if len(c.Surfaces) == 0 || slices.ContainsFunc(c.Surfaces, func(s Surface) bool { return !slices.Contains(surfaces, s) }) {
				t.Errorf("%s: surfaces %v", c.ID, c.Surfaces)
			}
			if c.Evidence == "" || len(c.Sources) == 0 || c.DocsURL != "" && !strings.HasPrefix(c.DocsURL, "https://") {
				t.Errorf("%s: evidence %q, sources %v, docsUrl %q", c.ID, c.Evidence, c.Sources, c.DocsURL)
			}
			checkTypes(t, c.ID, c.DataTypes)
			for _, d := range c.Conditional {
				checkTypes(t, c.ID, []string{d.DataType})
			}
			for _, scope := range append([]string{c.Scope, c.AuthSetting}, c.AlsoScopes...) {
				if _, ok := p.ScopeByName(scope); scope != "" && !ok {
					t.Errorf("%s: scope %q has no entry", c.ID, scope)
				}
			}
			if _, ok := p.PrivateInfo(c.PrivateInfo); c.PrivateInfo != "" && !ok {
				t.Errorf("%s: private info %q has no entry", c.ID, c.PrivateInfo)
			}
			if _, ok := p.Gate(c.CategoryGate); c.CategoryGate != "" && !ok {
				t.Errorf("%s: gate %q has no entry", c.ID, c.CategoryGate)
			}
		}
	})
}

// checkTypes checks that data types are canonical ids, not aliases.
func checkTypes(t *testing.T, of string, ids []string) {
	t.Helper()
	for _, id := range ids {
		if d, ok := categories.FindDataType(id); !ok || d.ID != id {
			t.Errorf("%s: %q is no canonical data type", of, id)
		}
	}
}

func TestDataTypesOfTheRest(t *testing.T) {
	eachPlatform(t, func(t *testing.T, p *Platform) {
		for _, s := range p.Scopes() {
			checkTypes(t, s.Name, s.DataTypes)
		}
		for _, i := range p.PrivateInfos() {
			checkTypes(t, i.Value, i.DataTypes)
		}
		for _, g := range p.Reference().GuideItems {
			checkTypes(t, g.Zh, g.DataTypes)
		}
		for _, f := range p.Reference().MemberFields {
			if f.DataType != "company-info" && f.DataType != "financial-info" {
				checkTypes(t, f.Field, []string{f.DataType})
			}
		}
	})
}

func TestSourcesExpanded(t *testing.T) {
	eachPlatform(t, func(t *testing.T, p *Platform) {
		check := func(sources []string) {
			for _, s := range sources {
				if s == "" || strings.HasPrefix(s, "#") {
					t.Errorf("source %q is not in the table", s)
				}
			}
		}
		for _, c := range p.Capabilities() {
			check(c.Sources)
		}
		for _, s := range p.Scopes() {
			check(s.Sources)
		}
		p.Manifest().eachSources(check)
		p.Reference().eachSources(check)
	})
}

func TestEveryWeChatScopeCapabilityHasAnEntry(t *testing.T) {
	var found int
	for _, c := range WeChat.Capabilities() {
		if c.Kind != Scope {
			continue
		}
		found++
		s, ok := WeChat.ScopeByName(c.Match.Scope)
		if !ok || !slices.Equal(s.DataTypes, c.DataTypes) {
			t.Errorf("%s: entry %+v", c.ID, s)
		}
		if back, ok := WeChat.ScopeCapability(c.Match.Scope); !ok || back != c {
			t.Errorf("%s is not found by its scope", c.ID)
		}
	}
	if found != len(WeChat.Scopes()) {
		t.Errorf("%d capabilities for %d scopes", found, len(WeChat.Scopes()))
	}
}

func TestEightPrivateInfos(t *testing.T) {
	want := []string{"getFuzzyLocation", "getLocation", "onLocationChange", "startLocationUpdate",
		"startLocationUpdateBackground", "chooseLocation", "choosePoi", "chooseAddress"}
	var have []string
	for _, i := range WeChat.PrivateInfos() {
		have = append(have, i.Value)
		if i.MandatorySince != "2022-07-14" {
			t.Errorf("%s is mandatory since %q", i.Value, i.MandatorySince)
		}
		for _, other := range i.MutuallyExclusiveWith {
			if o, _ := WeChat.PrivateInfo(other); o == nil || !slices.Contains(o.MutuallyExclusiveWith, i.Value) {
				t.Errorf("%s excludes %s, but not the other way round", i.Value, other)
			}
		}
		c, ok := WeChat.ByName(i.API)
		if !ok || c.PrivateInfo != i.Value {
			t.Errorf("%s: its interface %s is %+v", i.Value, i.API, c)
		}
	}
	if !slices.Equal(have, want) {
		t.Errorf("have %v, want %v", have, want)
	}
}

// TestWithdrawnNamesItsSource keeps what rules cite in the data.
func TestWithdrawnNamesItsSource(t *testing.T) {
	eachPlatform(t, func(t *testing.T, p *Platform) {
		for _, c := range p.Capabilities() {
			if !c.Withdrawn() {
				continue
			}
			if _, ok := categories.SourceByID(c.Deprecated.Source); !ok {
				t.Errorf("%s: unknown source %q", c.ID, c.Deprecated.Source)
			}
		}
	})
}

// TestQuotedRulesAreWhole: what rules quote has words in both languages and a
// source, and an id of its own.
func TestQuotedRulesAreWhole(t *testing.T) {
	eachPlatform(t, func(t *testing.T, p *Platform) {
		seen := map[string]bool{}
		for _, r := range p.Reference().Rules {
			if r.Source == "" {
				continue
			}
			if _, ok := categories.SourceByID(r.Source); !ok || r.ID == "" || r.En == "" || r.Zh == "" || seen[r.ID] {
				t.Errorf("incomplete, twice, or of an unknown source: %+v", r)
			}
			seen[r.ID] = true
		}
		for _, id := range []string{"ask-on-use", "refusal-keeps-service"} {
			if !seen[id] {
				t.Errorf("no rule %s", id)
			}
		}
	})
}
