package categories

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestThirtyNineCategories(t *testing.T) {
	if len(All()) != 39 {
		t.Fatalf("%d categories, want 39", len(All()))
	}
	slugs := map[string]bool{}
	for i, c := range All() {
		if c.Number != i+1 {
			t.Errorf("entry %d has number %d", i, c.Number)
		}
		if !regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`).MatchString(c.Slug) || slugs[c.Slug] {
			t.Errorf("category %d: slug %q is malformed or used twice", c.Number, c.Slug)
		}
		slugs[c.Slug] = true
		if !strings.HasSuffix(c.NameZh, "类") || c.NameEn == "" || c.BasicServiceZh == "" || c.BasicServiceEn == "" {
			t.Errorf("category %d lacks a name or basic service", c.Number)
		}
	}
	if !regexp.MustCompile(`^\d{4}-\d\d-\d\d$`).MatchString(DataVersion()) {
		t.Errorf("data version %q", DataVersion())
	}
	if _, ok := SourceByID(loadCategories().SourceID); !ok || loadCategories().SourceID != SourceID {
		t.Errorf("source %q of the categories is not %q or not in sources.json", loadCategories().SourceID, SourceID)
	}
	if got := All()[6].Article(); got != "5(7)" {
		t.Errorf("article of category 7 is %q", got)
	}
}

func TestItems(t *testing.T) {
	services := map[string]bool{}
	for _, c := range All() {
		clause := 0
		for _, item := range c.Necessary {
			if item.Zh == "" || item.En == "" || len(item.DataTypes) == 0 {
				t.Errorf("category %d clause %d lacks text or data types", c.Number, item.Clause)
			}
			if item.Clause != clause && item.Clause != clause+1 {
				t.Errorf("category %d: clause %d follows %d", c.Number, item.Clause, clause)
			}
			clause = item.Clause
			if (item.ConditionZh == "") != (item.ConditionEn == "") || item.Service != "" && item.ConditionZh == "" {
				t.Errorf("category %d clause %d: condition in one language only, or a service without one", c.Number, item.Clause)
			}
			if services[item.Service] {
				t.Errorf("service %q stands in two items", item.Service)
			}
			services[item.Service] = item.Service != ""
			for _, id := range item.DataTypes {
				if d, ok := FindDataType(id); !ok || d.ID != id {
					t.Errorf("category %d clause %d names unknown data type %q", c.Number, item.Clause, id)
				}
			}
		}
		for _, p := range c.Permissions {
			if p.Kind == "" || p.Basis == "" || !slices.Contains([]string{"legal", "service-implied", "platform", "optional"}, p.Level) {
				t.Errorf("category %d: permission %+v lacks kind, level or basis", c.Number, p)
			}
		}
	}
}

// listing returns the numbers of the categories that list a data type.
func listing(id string) []int {
	var numbers []int
	for _, c := range All() {
		if slices.ContainsFunc(c.Necessary, func(i Item) bool { return slices.Contains(i.DataTypes, id) }) {
			numbers = append(numbers, c.Number)
		}
	}
	return numbers
}

func TestWhichCategoriesList(t *testing.T) {
	var none []int
	for _, c := range All() {
		if len(c.Necessary) == 0 {
			none = append(none, c.Number)
		}
		if c.NeedsPersonalInfo != (len(c.Necessary) > 0) {
			t.Errorf("category %d: needs_personal_info is %v with %d items", c.Number, c.NeedsPersonalInfo, len(c.Necessary))
		}
	}
	if want := []int{21, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38}; !slices.Equal(none, want) {
		t.Errorf("categories without any: %v, want %v", none, want)
	}
	phone := []int{2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 23, 24, 25, 26, 39}
	for id, want := range map[string][]int{
		"phone-number":         phone,
		"location-precise":     {1, 2, 22},
		"location-approximate": {1, 2, 22},
		"location-chosen":      {1, 2, 22},
		"location-track":       {2},
		"trip-endpoints":       {1, 2, 9},
		"id-document-copy":     {23, 24},
		"location-background":  nil, "camera-image": nil, "audio": nil, "album": nil, "contacts": nil,
		"bluetooth-nearby-devices": nil, "calendar": nil, "health-sport-steps": nil, "clipboard": nil,
		"face-biometric": nil, "nickname-avatar": nil,
	} {
		if got := listing(id); !slices.Equal(got, want) {
			t.Errorf("%s is listed in %v, want %v", id, got, want)
		}
		if _, ok := FindDataType(id); !ok {
			t.Errorf("%s is no data type", id)
		}
	}
	for _, c := range All() {
		legal := slices.ContainsFunc(c.Permissions, func(p Permission) bool { return p.Level == "legal" })
		if legal != slices.Contains([]int{1, 2, 22}, c.Number) {
			t.Errorf("category %d: a legal permission is %v", c.Number, legal)
		}
	}
}

func TestDataTypes(t *testing.T) {
	names := map[string]string{}
	claim := func(name, id string) {
		if other, taken := names[name]; taken && other != id {
			t.Errorf("%q means both %s and %s", name, other, id)
		}
		names[name] = id
	}
	parents := map[string]bool{}
	for _, d := range DataTypes() {
		claim(d.ID, d.ID)
		claim(nameKey(d.NameZh), d.ID)
		claim(nameKey(d.NameEn), d.ID)
		for _, alias := range d.Aliases {
			claim(alias, d.ID)
			if found, ok := FindDataType(alias); !ok || found != d {
				t.Errorf("alias %q does not lead to %s", alias, d.ID)
			}
		}
		parents[d.Parent] = true
		if d.Parent != "" {
			if p, ok := FindDataType(d.Parent); !ok || p.ID != d.Parent {
				t.Errorf("%s has unknown parent %q", d.ID, d.Parent)
			}
		}
	}
	for _, d := range DataTypes() {
		if d.Source == "" || len(d.SourceIDs) == 0 && (d.Parent != "" || !parents[d.ID]) {
			t.Errorf("%s has no source and is no group of our own", d.ID)
		}
		for _, id := range d.SourceIDs {
			if _, ok := SourceByID(id); !ok {
				t.Errorf("%s cites unknown source %q", d.ID, id)
			}
		}
		if d.Sensitive != (len(d.SensitiveBasis) > 0) {
			t.Errorf("%s: sensitive is %v with basis %v", d.ID, d.Sensitive, d.SensitiveBasis)
		}
		if d.SensitiveIdentity && !d.Sensitive && !parents[d.ID] {
			t.Errorf("%s is sensitive identity data, but not sensitive", d.ID)
		}
		if n := len(d.SensitiveBasisZh); n > 0 && n != len(d.SensitiveBasis) {
			t.Errorf("%s: %d bases in Chinese", d.ID, n)
		}
		for _, basis := range slices.Concat(d.SensitiveBasis, d.SensitiveBasisZh) {
			if !slices.ContainsFunc(Sources(), func(s *Source) bool { return s.Label != "" && strings.HasPrefix(basis, s.Label) }) {
				t.Errorf("%s: basis %q is no source's label", d.ID, basis)
			}
		}
	}
}

// A cycle of parents would make a walk endless. Judge looks one step of
// covered_by far, so the data must spell every step out.
func TestParentsAcyclicAndCoveringClosed(t *testing.T) {
	for _, d := range DataTypes() {
		steps := 0
		for up := d; up.Parent != ""; steps++ {
			if steps > len(DataTypes()) {
				t.Fatalf("parents of %s run in a circle", d.ID)
			}
			up, _ = FindDataType(up.Parent)
		}
		for _, id := range d.CoveredBy {
			cover, ok := FindDataType(id)
			if !ok || cover.ID != id {
				t.Errorf("%s is covered by unknown %q", d.ID, id)
				continue
			}
			for _, further := range append([]string{id}, cover.CoveredBy...) {
				if further == d.ID || !slices.Contains(d.CoveredBy, further) {
					t.Errorf("%s: covered_by is circular or lacks %s", d.ID, further)
				}
			}
		}
	}
}

func TestSources(t *testing.T) {
	ranks := []string{RankLaw, RankStandard, RankGuide, RankPlatform, RankDraft}
	seen := map[string]bool{}
	for _, s := range Sources() {
		if !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(s.ID) || seen[s.ID] {
			t.Errorf("source id %q is malformed or used twice", s.ID)
		}
		seen[s.ID] = true
		if s.TitleZh == "" || s.TitleEn == "" || !slices.Contains(ranks, s.Rank) {
			t.Errorf("%s lacks a title or has unknown rank %q", s.ID, s.Rank)
		}
		if !regexp.MustCompile(`^(\d{4}(-\d\d(-\d\d)?)?)?$`).MatchString(s.Date) {
			t.Errorf("%s has date %q", s.ID, s.Date)
		}
		if (s.Date == "" || s.URL == "") && s.Note == "" {
			t.Errorf("%s lacks a date or an address and no note says why", s.ID)
		}
		if s.URL != "" && !regexp.MustCompile(`^(https?://[a-z0-9.-]+/|pkg:npm/)\S*$`).MatchString(s.URL) {
			t.Errorf("%s has address %q", s.ID, s.URL)
		}
	}
	for id, rank := range map[string]string{"cac-2021": RankLaw, "gbt-41391-2022": RankStandard, "tc260-20204a": RankGuide, "wechat-app-json": RankPlatform, "draft-2026": RankDraft} {
		if s, ok := SourceByID(id); !ok || s.Rank != rank {
			t.Errorf("%s is missing or not of rank %s", id, rank)
		}
	}
}

func TestPlatformCategories(t *testing.T) {
	rows := PlatformCategories()
	if len(rows) != 463 {
		t.Errorf("%d rows, want 463", len(rows))
	}
	count := map[string]int{}
	for _, row := range rows {
		count[row.Confidence]++
		if row.Source == "" || row.Subject == "" || len(row.Path) == 0 || platformNames[row.Platform] == "" {
			t.Errorf("incomplete row %+v", row)
		}
		if _, ok := SourceByID(row.SourceID); !ok && row.String() != "小游戏" {
			t.Errorf("%s cites unknown source %q", row, row.SourceID)
		}
		for _, number := range append([]int{row.Regulation}, row.Also...) {
			if _, ok := ByNumber(number); !ok && number != 0 {
				t.Errorf("%s maps to %d", row, number)
			}
		}
		first, ok := FindPlatformCategory(row.Platform, row.String())
		if !ok || first.String() != row.String() || first.Regulation != row.Regulation || first.Confidence != row.Confidence || !slices.Equal(first.Also, row.Also) {
			t.Errorf("rows of %s disagree, or a lookup misses it", row)
		}
	}
	if count["high"] != 215 || count["medium"] != 163 || count["low"] != 85 {
		t.Errorf("confidences %v, want 215 high, 163 medium, 85 low", count)
	}
}
