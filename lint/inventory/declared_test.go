package inventory

import (
	"slices"
	"strings"
	"testing"
)

func TestReadDeclared(t *testing.T) {
	for name, c := range map[string]struct {
		text            string
		names, detected []string
	}{
		"answer of getPrivacySetting": {
			`{"errcode":0,"code_exist":1,"privacy_list":["Camera"],"setting_list":[{"privacy_key":"Location","privacy_text":"显示附近门店"},{"privacy_key":"","name":"x"}]}`,
			[]string{"Location", "x"}, []string{"Camera"},
		},
		"nothing declared":         {`{"privacy_list":["Camera"],"setting_list":[]}`, nil, []string{"Camera"}},
		"privacy_list alone":       {`{"privacy_list":["Camera","Album"]}`, []string{"Camera", "Album"}, nil},
		"list of keys":             {`["Location"]`, []string{"Location"}, nil},
		"list of objects":          {`[{"privacy_key":"Location"}]`, []string{"Location"}, nil},
		"fields of Alipay":         {`{"system_permission_privacy_fields":[{"code":"1","name":"位置","purpose":"导航"}],"user_define_privacy_fields":[{"name":"姓名"}]}`, []string{"位置", "姓名"}, nil},
		"lines":                    {"\ufeff# 说明\r\n- 收集你的位置信息\r\n\r\n  Camera\r\n", []string{"收集你的位置信息", "Camera"}, nil},
		"an empty file":            {"", nil, nil},
		"an empty list of objects": {`[]`, nil, nil},
	} {
		d, err := ReadDeclared([]byte(c.text))
		if err != nil || !slices.Equal(d.Names, c.names) || !slices.Equal(d.Detected, c.detected) {
			t.Errorf("%s: %+v, %v", name, d, err)
		}
	}
	d, _ := ReadDeclared([]byte(`[{"privacy_key":"Location","privacy_text":"显示附近门店"}]`))
	if d.Purposes["Location"] != "显示附近门店" {
		t.Errorf("purposes %v", d.Purposes)
	}
}

func TestReadDeclaredFaults(t *testing.T) {
	for text, want := range map[string]string{
		`{"setting_list":[}`:                     "not valid JSON",
		`{"pages":[]}`:                           "no list of declared types",
		`{"errcode":40001,"errmsg":"bad token"}`: "errcode 40001: bad token",
	} {
		if _, err := ReadDeclared([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}
