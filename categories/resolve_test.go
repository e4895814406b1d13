package categories

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestResolveEveryOwnName(t *testing.T) {
	for _, c := range All() {
		for _, name := range []string{
			c.Slug, strings.ToUpper(c.Slug), fmt.Sprint(c.Number), " " + c.NameZh + " ", shortZh(c.NameZh),
			c.NameEn, strings.ToLower(c.NameEn), strings.ReplaceAll(c.Slug, "-", "_"),
		} {
			got, err := Resolve(name)
			if err != nil || got.Category != c || got.Confidence != ConfidenceExact || got.PlatformPath != "" {
				t.Errorf("Resolve(%q) = %+v, %v; want category %d", name, got, err, c.Number)
			}
		}
	}
}

func TestResolvePaths(t *testing.T) {
	for _, test := range []struct {
		name, path string
		number     int
		confidence string
		also       []int
	}{
		{"餐饮服务/外卖平台", "餐饮服务/外卖平台", 7, "high", nil},
		{"餐饮服务 > 外卖平台", "餐饮服务/外卖平台", 7, "high", nil},
		{"餐饮服务／外卖平台", "餐饮服务/外卖平台", 7, "high", nil},
		{" 餐饮服务＞外卖平台/", "餐饮服务/外卖平台", 7, "high", nil},
		{"餐饮服务-外卖平台", "餐饮服务/外卖平台", 7, "high", nil},
		{"餐饮服务/餐饮服务场所/餐饮服务管理企业", "餐饮服务/餐饮服务场所/餐饮服务管理企业", 7, "high", nil},
		{"餐饮服务 > 餐饮服务场所/餐饮服务管理企业", "餐饮服务/餐饮服务场所/餐饮服务管理企业", 7, "high", nil},
		{"物流服务/收件/派件", "物流服务/收件/派件", 8, "high", nil},
		{"旅游服务/ota", "旅游服务/OTA", 16, "high", []int{17, 9}},
		{"旅游/OTA", "旅游服务/OTA", 16, "high", []int{17, 9}},
		{"工具/健康管理", "工具/健康管理", 31, "low", []int{21}},
		{"教育服务/学历教育(学校)", "教育服务/学历教育（学校）", 19, "low", nil},
		{"金融/证券/期货", "金融业/证券/期货", 23, "high", nil},
		{"交通服务/顺风车/拼车", "交通服务/顺风车/拼车", 2, "medium", nil},
		{"小游戏", "小游戏", 18, "high", nil},
	} {
		got, err := Resolve(test.name)
		if err != nil {
			t.Errorf("Resolve(%q): %v", test.name, err)
			continue
		}
		if got.Category.Number != test.number || got.PlatformPath != test.path || got.Confidence != test.confidence || !slices.Equal(got.Also, test.also) {
			t.Errorf("Resolve(%q) = %d %q %s %v; want %+v", test.name, got.Category.Number, got.PlatformPath, got.Confidence, got.Also, test)
		}
	}
}

// A category's own name wins over a first-level service category of that name.
func TestResolveNameBeforePath(t *testing.T) {
	if got, err := Resolve("旅游服务"); err != nil || got.Category.Number != 16 || got.PlatformPath != "" {
		t.Errorf("旅游服务 = %+v, %v", got, err)
	}
}

func TestResolveUnmapped(t *testing.T) {
	for name, part := range map[string]string{
		"物流服务/仓储管理":   "belongs to none of the 39 categories",
		"工具 > 预约/报名":  "belongs to none of the 39 categories",
		"理财金融":        "investment, online-lending or mobile-banking",
		"政务民生/党/团/组织": "WeChat service category \"政务民生/党/团/组织\"",
	} {
		_, err := Resolve(name)
		var unmapped *UnmappedError
		if !errors.As(err, &unmapped) || !strings.Contains(err.Error(), part) {
			t.Errorf("Resolve(%q): %v; want an UnmappedError with %q", name, err, part)
		}
	}
}

func TestResolveUnknown(t *testing.T) {
	for _, test := range []struct {
		name    string
		nearest []string
	}{
		{"外卖", []string{"餐饮外卖"}},
		{"外卖类", []string{"餐饮外卖"}},
		{"餐饮外买", []string{"餐饮外卖"}},
		{"外卖平台", []string{"餐饮服务/外卖平台"}},
		{"food-delivry", []string{"food-delivery"}},
		{"delivery", []string{"food-delivery", "parcel-delivery"}},
		{"餐饮服务/外买平台", []string{"餐饮服务/外卖平台"}},
		{"工具", []string{"工具/记账"}},
		{"40", nil}, {"0", nil}, {"-1", nil}, {"", nil}, {"zzzzzz", nil}, {"/", nil}, {"天文历法", nil},
	} {
		_, err := Resolve(test.name)
		var unknown *UnknownError
		if !errors.As(err, &unknown) {
			t.Errorf("Resolve(%q): %v, want an UnknownError", test.name, err)
			continue
		}
		if len(unknown.Nearest) > 3 || len(unknown.Nearest) < len(test.nearest) || !slices.Equal(unknown.Nearest[:len(test.nearest)], test.nearest) {
			t.Errorf("Resolve(%q) suggests %q, want %q first", test.name, unknown.Nearest, test.nearest)
		}
		if test.nearest == nil && len(unknown.Nearest) > 0 {
			t.Errorf("Resolve(%q) suggests %q, want nothing", test.name, unknown.Nearest)
		}
		for _, name := range unknown.Nearest {
			if _, err := Resolve(name); errors.As(err, &unknown) {
				t.Errorf("the suggestion %q for %q is itself unknown", name, test.name)
			}
		}
	}
}

func TestSearch(t *testing.T) {
	for _, test := range []struct {
		text string
		want []int // the first results
		only bool  // and no others
	}{
		{"外卖", []int{7}, false},
		{"DELIVERY", []int{7, 8}, true},
		{"定位", []int{1}, false},
		{"座位号", []int{9, 39}, true},
		{"mini golf", nil, true},
		{"food phone", []int{7}, true},
	} {
		var got []int
		for _, c := range Search(test.text) {
			got = append(got, c.Number)
		}
		if len(got) < len(test.want) || !slices.Equal(got[:len(test.want)], test.want) || test.only && len(got) != len(test.want) {
			t.Errorf("Search(%q) = %v, want %+v", test.text, got, test)
		}
	}
	if len(Search("")) != 39 {
		t.Error("an empty search must find all")
	}
}

func TestNearestDataTypes(t *testing.T) {
	for name, want := range map[string][]string{
		"phone":            {"phone-number", "contact-phone", "bank-reserved-phone"},
		"location-presice": {"location-precise"},
		"qqqqqq":           nil,
	} {
		if got := NearestDataTypes(name); len(got) < len(want) || len(got) > 3 || !slices.Equal(got[:len(want)], want) || want == nil && got != nil {
			t.Errorf("NearestDataTypes(%q) = %q, want %q first", name, got, want)
		}
	}
}
