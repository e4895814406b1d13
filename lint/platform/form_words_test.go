package platform

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/categories"
)

func TestFormWordsFileHasTheSchema(t *testing.T) {
	d := json.NewDecoder(bytes.NewReader(formWordsJSON))
	d.DisallowUnknownFields()
	var w FormWords
	if err := d.Decode(&w); err != nil {
		t.Fatal(err)
	}
	if w.Schema != 1 || !day.MatchString(w.Compiled) || len(w.Sources) == 0 {
		t.Errorf("schema %d, compiled %q, %d sources", w.Schema, w.Compiled, len(w.Sources))
	}
}

// TestFormWordsLead makes sure that every word is found as it stands in the
// file, and leads to one data type.
func TestFormWordsLead(t *testing.T) {
	w := Forms()
	for _, f := range w.Fields {
		for _, id := range append([]string{f.DataType}, f.Within...) {
			if d, ok := categories.FindDataType(id); !ok || d.ID != id {
				t.Errorf("no data type %q", id)
			}
		}
		if (f.Instead == "") != (len(f.Beside) == 0) || f.Instead != "" && w.Field(f.Instead) == nil {
			t.Errorf("%s becomes %q beside %q", f.DataType, f.Instead, f.Beside)
		}
		if w.Field(f.DataType) != f {
			t.Errorf("%s is not found", f.DataType)
		}
		for _, word := range slices.Concat(f.Exact, f.Contains) {
			if l := w.Read(word); l.DataType != f.DataType || l.Never || l.Optional {
				t.Errorf("%q of %s reads as %+v", word, f.DataType, l)
			}
		}
		for _, name := range f.Names {
			if w.Named(name) != f.DataType || w.NamesOther(name) {
				t.Errorf("%q of %s is named %q", name, f.DataType, w.Named(name))
			}
		}
	}
	for _, id := range w.Chosen {
		if w.Field(id) == nil {
			t.Errorf("no words for %q", id)
		}
	}
	for _, word := range slices.Concat(w.Never, w.Optional, w.Lead, w.Trail, w.OtherNames) {
		if word != strings.ToLower(word) {
			t.Errorf("%q is not in lower case", word)
		}
	}
}

func TestReadLabel(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"请输入您的真实姓名", "name"}, {"姓名：", "name"}, {"*姓名（必填）", "name"}, {"（必填）姓名", "name"}, {"姓名（请（如实）填写手机号）", "name"}, {"Your name", "name"}, {"Please enter your full name", "name"},
		{"选择性别", "gender"}, {"出生日期", "age"}, {"请输入18位身份证号", "id-document"}, {"银行卡号", "bank-card"}, {"家庭住址", "address"},
		{"请输入公司名称", "never"}, {"医生姓名", "never"}, {"搜索姓名", "never"}, {"请输入姓名、手机号", "never"}, {"法人身份证号", "never"}, {"手机号/身份证号", "never"},
		{"姓名（选填）", "optional"}, {"生日 可不填", "optional"}, {"以下为选填项", "section"},
		{"请输入", "empty"}, {"请选择", "empty"}, {"*", "empty"}, {"", "empty"},
		{"名称", ""}, {"地址", ""}, {"详细地址", ""}, {"卡号", ""}, {"猜猜名字", ""}, {"就诊卡", ""},
	} {
		l := Forms().Read(tt.text)
		have := l.DataType
		switch {
		case l.Section:
			have = "section"
		case l.Optional:
			have = "optional"
		case l.Never:
			have = "never"
		case l.Empty:
			have = "empty"
		}
		if have != tt.want {
			t.Errorf("%q reads as %q, want %q", tt.text, have, tt.want)
		}
	}
}

func TestNamesOther(t *testing.T) {
	for name, want := range map[string]bool{
		"pages/pet/edit.wxml": true, "storeMobile": true, "supplier_mobile": true, "{{shop.name}}": true, "pages/pet": true, "myAgent": true, "merchant": true, "pages/petition/index": false, "restore": false, "userInfo.birthday": false, "": false,
	} {
		if Forms().NamesOther(name) != want {
			t.Errorf("NamesOther(%q) is %v", name, !want)
		}
	}
}
