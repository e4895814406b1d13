package inventory

import (
	"errors"
	"fmt"
	"strings"

	"github.com/tidwall/gjson"
)

// Declared is what the guide of a program says that it collects.
type Declared struct {
	Names    []string          // keys or words, in the order of the file
	Purposes map[string]string // by name, where the file has them
	Detected []string          // keys that WeChat found in the uploaded code
}

// ReadDeclared reads a list of declared types: the answer of WeChat's
// getPrivacySetting, of which setting_list is the declaration and privacy_list
// what the platform found in the code; a JSON list of keys or of objects;
// Alipay's privacy fields; or one key or wording on each line.
func ReadDeclared(data []byte) (*Declared, error) {
	text := strings.TrimSpace(strings.TrimPrefix(string(data), "\ufeff"))
	d := &Declared{Purposes: map[string]string{}}
	if !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[") {
		for line := range strings.Lines(text) {
			if name := strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "-•*· ")); name != "" && !strings.HasPrefix(name, "#") {
				d.Names = append(d.Names, name)
			}
		}
		return d, nil
	}
	if !gjson.Valid(text) {
		return nil, errors.New("not valid JSON")
	}
	doc := gjson.Parse(text)
	if doc.IsArray() {
		d.list(doc)
		return d, nil
	}
	return d, d.object(doc)
}

// declarations are the members of an object that list what is declared.
var declarations = []string{"setting_list", "system_permission_privacy_fields", "system_privacy_fields", "user_define_privacy_fields"}

func (d *Declared) object(doc gjson.Result) error {
	if code := doc.Get("errcode"); code.Int() != 0 {
		return fmt.Errorf("the platform answered with errcode %d: %s", code.Int(), doc.Get("errmsg").String())
	}
	found := false
	for _, name := range declarations {
		if list := doc.Get(name); list.Exists() {
			d.list(list)
			found = true
		}
	}
	detected := doc.Get("privacy_list")
	switch {
	case !found && !detected.IsArray():
		return errors.New(`no list of declared types: neither "setting_list" nor "privacy_list" nor Alipay's "..._privacy_fields"`)
	case !found:
		d.list(detected)
	default:
		for _, key := range detected.Array() {
			d.Detected = append(d.Detected, key.String())
		}
	}
	return nil
}

// list takes in keys, or objects with a key or a name and the purpose.
func (d *Declared) list(list gjson.Result) {
	for _, e := range list.Array() {
		if !e.IsObject() {
			d.Names = append(d.Names, e.String())
			continue
		}
		for _, field := range []string{"privacy_key", "name", "code", "zh"} {
			if name := e.Get(field).String(); name != "" {
				d.Names = append(d.Names, name)
				if text := e.Get("privacy_text").String() + e.Get("purpose").String(); text != "" {
					d.Purposes[name] = text
				}
				break
			}
		}
	}
}
