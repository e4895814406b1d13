package inventory

import (
	"fmt"
	"strings"
	"testing"
)

const usedCars = `
-- .mplint.json --
{ CONFIG }
-- app.json --
{ "pages": ["p/p"], "permission": { "scope.userLocation": { "desc": "查找附近车行" } } }
-- p/p.wxml --
<input placeholder="请输入姓名"/><input placeholder="请输入手机号"/><input placeholder="请输入生日"/><input type="idcard"/>
-- p/p.js --
Page({ a() { wx.chooseMedia({}); wx.getLocation({}); wx.login({}); wx.setClipboardData({ data: '1' }) } })
`

// TestJudgements: a request as a whole, each of its data types with the
// purpose given for it, and what users type into a form.
func TestJudgements(t *testing.T) {
	for _, c := range []struct {
		config string
		want   []string
	}{
		{`"category": ["used-car-trading", "hotel-booking"], "optional": { "wx.chooseMedia": { "purpose": "车况照片" }, "id-document": { "purpose": "核验" } }`, []string{
			"manifest:app.json#permission.scope.userLocation: beyond 5(14) 5(17)", "location-precise beyond 5(14) 5(17) 查找附近车行",
			"wx.chooseMedia: optional 5(14) 5(17)", "album optional 5(14) 5(17) 车况照片", "wx.getLocation: beyond 5(14) 5(17)", "location-precise beyond 5(14) 5(17) 查找附近车行",
			"wx.login: unjudged", "account-id unjudged", "wx.setClipboardData: unjudged", "clipboard unjudged",
			"attr:input.type=idcard: optional 5(14) 5(17)", "name within 5(17).2", "id-document optional 5(14).2 核验",
			"form: name within 5(17).2", "form: phone-number within 5(14).1", "form: age beyond 5(14) 5(17)",
		}},
		{`"category": "used-car-trading", "optional": { "birthday": { "purpose": "生日礼" } }`, []string{
			"manifest:app.json#permission.scope.userLocation: beyond 5(14)", "location-precise beyond 5(14) 查找附近车行",
			"wx.chooseMedia: beyond 5(14)", "album beyond 5(14)", "wx.getLocation: beyond 5(14)", "location-precise beyond 5(14) 查找附近车行",
			"wx.login: unjudged", "account-id unjudged", "wx.setClipboardData: unjudged", "clipboard unjudged",
			"attr:input.type=idcard: conditional 5(14)", "name conditional 5(14).2", "id-document conditional 5(14).2",
			"form: name conditional 5(14).2", "form: phone-number within 5(14).1", "form: age optional 5(14)",
		}},
		{``, []string{
			"manifest:app.json#permission.scope.userLocation: no-category", "location-precise no-category  查找附近车行",
			"wx.chooseMedia: no-category", "album no-category", "wx.getLocation: no-category", "location-precise no-category  查找附近车行",
			"wx.login: unjudged", "account-id unjudged", "wx.setClipboardData: unjudged", "clipboard unjudged",
			"attr:input.type=idcard: no-category", "name no-category", "id-document no-category",
			"form: name no-category", "form: phone-number no-category", "form: age no-category",
		}},
	} {
		p := load(t, strings.Replace(usedCars, "CONFIG", c.config, 1))
		var got []string
		for _, r := range p.Requests {
			j := JudgeRequest(p, r)
			got = append(got, strings.TrimSpace(fmt.Sprint(r.Capability.Name, ": ", j.Verdict, " ", j.Clause)))
			for _, d := range r.DataTypes {
				one := Judge(p, r, d)
				got = append(got, strings.TrimSpace(fmt.Sprint("  ", d, " ", one.Verdict, " ", one.Clause, " ", PurposeFor(p, r, d, one.Verdict))))
			}
		}
		for _, f := range p.Fields {
			j := JudgeField(p, f)
			got = append(got, strings.TrimSpace(fmt.Sprint("form: ", f.DataType, " ", j.Verdict, " ", j.Clause)))
		}
		wants(t, c.config, got, c.want...)
	}
}
