package lint_test

import (
	"slices"
	"strings"
)

// The pieces that compose makes texts of. A bracket that a piece opens stays
// open until compose closes it.
var (
	scriptPieces = []string{
		"wx.getLocation(", "wx.startRecord(", "wx.authorize({ scope: 'scope.record', ", "wx.authorize({ scope: KEY, ", "wx.getFuzzyLocation()", "wx.chooseAddress(",
		"wx.openSetting(", "wx.getSetting(", "wx.showModal({ showCancel: false, ", "wx.exitMiniProgram()", "wx.getClipboardData()", "wx.getUserProfile(", "wx[name](", "wx[", "wx?.", "wx.",
		"my.getLocation({ type: 2, ", "my.getAuthCode({ scopes: ['auth_user'], ", "my.getPhoneNumber(", "my.", "uni.getLocation(", "Taro.getLocation(", "wepy.", "mpx.",
		"wx.onNeedPrivacyAuthorization((resolve) => {", "resolve({ event: 'agree', buttonId: 'a' })", "wx.requirePrivacyAuthorize(", "wx.createMapContext('m')", "wx.onLocationChange(", "wx.login(",
		"wx.canIUse('getLocation')", "wx.reLaunch({ url: '/pages/mine/mine' })", "wx.navigateBack()", "wx.getStorageSync('asked')",
		"Page({", "App({", "Component({", "Behavior({", "methods: {", "lifetimes: {", "pageLifetimes: {", "data: {", "data() { return {", "config = {", "pages: ['a'],", "permission: {",
		"export default {", "export default class extends wepy.page {", "export default defineAppConfig({", "export const ask = ", "module.exports = {", "exports.a = ", "class A extends B {", "export * from './a'\n",
		"onLoad() {", "onShow() {", "onLaunch() {", "async onReady() {", "ask() {", "ask: function () {", "ask = () => {", "place(o) {", "attached() {", "mounted() {", "setup() {",
		"success: (res) => {", "success() {", "fail: () => {", "fail: (err) => {", "fail: this.ask,", "complete() {", "fail,", "success: this.ask.bind(this),",
		"this.ask()", "that.ask()", "ask()", "ask.place(", "this.setData({ agreed: true, ", "this.data.agreed", "agreed", "this.", "const that = this;", "self.",
		"if (", "else {", "else if (", "return ", "await ", "new Promise((done, refused) => {", "done()", "refused()", ".then(", ".then((res) => {", ".catch(", ".catch(() => {", ".finally(() => {", "Promise.all([",
		"try {", "catch (e) {", "finally {", "throw e", "switch (a) {", "case 1:", "for (const k of list) {", "while (a) {", "do {", "res.confirm", "res.cancel", "res.authSetting['scope.userLocation']",
		"err.errMsg.includes('auth deny')", "!", " && ", " || ", " ? ", " : ", " === ", " = ", "const a = ", "let a = ", "const { getLocation } = wx\n", "const { getLocation: at, ", "var wx2 = wx;", "function ask() {", "function f(a = wx) {",
		"() => {", "() => (", "(a, b) => ", "async ", "function* g() {", "yield ", "setTimeout(() => {", "setTimeout(this.ask, 100)", "...", ",", ";", "\n", "\r\n", ".", "?.", "/* ", " */", "// a\n", "//", "'", "\"", "`", "`${", "/a[/]/g", "\\", "\u3000", "😀",
		"import ask, { KEY } from '../../utils/ask'\n", "import Taro, { useLoad } from '@tarojs/taro'\n", "require('../../utils/ask')", "import('../../utils/ask')", "promisify(", "promisifyAll(wx)", "<Button openType=\"getPhoneNumber\" onClick={", "<View>", "</View>", "<Camera/>", "/>", "<T>", " as any", "@decorated\n", "#private", "a:", "b", "0", "1e3",
		"process.env.TARO_ENV === 'weapp'", "// #ifdef MP-WEIXIN\n", "// #ifndef H5\n", "// #endif\n", "// mplint-ignore-next-line scope-beyond-category -- a\n", "/* mplint-ignore-file */", "useLoad(() => {", "static get = ", "get a() {", "[a]() {",
	}
	templatePieces = []string{
		"<view>", "</view>", "<view wx:if=\"{{ok}}\">", "<view wx:elif=\"{{!ok && agreed}}\">", "<view wx:else>", "<view a:if=\"{{ok}}\">", "<view v-if=\"ok\">", "<block wx:for=\"{{list}}\">", "</block>", "<view hidden=\"{{ok}}\">",
		"<button open-type=\"getPhoneNumber\" bindgetphonenumber=\"ask\">", "</button>", "<button open-type=\"{{ok ? 'getPhoneNumber' : 'share'}}\"", "<button bindtap=\"ask\"/>", "<button open-type=\"getAuthorize\" scope=\"userInfo\" onGetAuthorize=\"ask\"/>", "<button open-type=\"agreePrivacyAuthorization\" bindagreeprivacyauthorization=\"agree\"/>",
		"<checkbox checked=\"{{agreed}}\"/>", "<checkbox checked>", "<radio checked=\"true\"/>", "<checkbox-group>", "<label>", "</label>", "我已阅读并同意《隐私政策》", "<input type=\"idcard\" placeholder=\"身份证\"/>", "<input type=\"nickname\"/>", "<input placeholder=\"", "手机号", "<textarea name=\"address\"/>", "<picker>", "<form>", "</form>", "<text>姓名</text>",
		"<camera/>", "<map show-location/>", "<map show-location=\"{{on}}\"/>", "<open-data type=\"userNickName\"/>", "<live-pusher/>", "<web-view src=\"{{a}}\"/>", "<card bindask=\"ask\"/>", "<import src=\"../index/index.wxml\"/>", "<include src=\"../mine/mine.wxml\"/>", "<template name=\"a\">", "<template is=\"{{a}}\"/>", "</template>", "<slot/>",
		"<wxs module=\"m\">", "</wxs>", "<!--", "-->", "<!-- mplint-ignore-next-line scope-beyond-category -- a -->\n", "{{", "}}", "{{ok}}", "{{ok ? 'a' : \"b\"}}", " bindtap=\"ask\"", " catch:tap='{{ask}}'", " @tap=\"ask\"", " @click=\"() => ask(1)\"", " :open-type=\"kind\"", " v-for=\"a in list\"", " wx:if", " data-a=\"", "=", "\"", "'", ">", "/>", "<", "</", "\n", "\r\n", " ", "\\", "😀",
	}
	manifestPieces = []string{
		"{", "[", "\"pages\": [\"pages/index/index\", ", "\"pages/mine/mine\"", "\"a\"", "\"subPackages\": [{ \"root\": \"sub\", \"pages\": [\"a\"], ", "\"plugins\": {", "\"p\": { \"version\": \"1\", \"provider\": \"wx76a9a06e5b4e693e\" }",
		"\"permission\": {", "\"scope.userLocation\": {", "\"scope.userlocation\": {", "\"scope.record\": {", "\"desc\": ", "\"用于测试\"", "\"requiredPrivateInfos\": [", "\"getLocation\"", "\"getFuzzyLocation\"", "\"chooseAdress\"", "\"requiredBackgroundModes\": [\"location\"]", "\"__usePrivacyCheck__\": ",
		"\"usingComponents\": {", "\"card\": \"../../card/card\"", "\"tabBar\": { \"list\": [", "{ \"pagePath\": \"pages/mine/mine\" }", "\"entryPagePath\": ", "\"extEnable\": ", "\"ext\": {", "\"mp-weixin\": {", "\"mp-alipay\": {", "\"appid\": \"touristappid\"", "\"location\": ", "\"libVersion\": \"2.20.0\"", "\"miniprogramRoot\": \"./\"",
		"\"packOptions\": { \"ignore\": [{ \"type\": \"folder\", \"value\": ", "\"category\": ", "\"food-delivery\"", "7", "\"rules\": {", "\"scope-beyond-category\": ", "\"off\"", "\"info\"", "\"optional\": {", "\"location-precise\": { \"purpose\": \"a\", \"pages\": [\"pages/**\"] }", "\"ignore\": [{ \"rule\": \"unknown-scope\", ", "\"reason\": \"a\"", "\"path\": \"**/*.js\"", "\"pointer\": \"/permission\"", "\"until\": \"2020-01-01\"",
		"\"exclude\": [\"pages/mine/**\"]", "\"services\": [\"etc\"]", "\"subject\": \"individual\"", "\"lang\": \"zh\"", "\"rulebook\": \"2021\"", "\"memberFields\": [\"mobile\"]", "\"platformCategory\": {", "true", "false", "null", "-1.5e3", "\"\"", "\"", ",", ", ", ":", "\n", "\r\n", "\t", "// a\n", "/* b */", "\ufeff", "\\u0061", "😀",
	}
	componentPieces = slices.Concat([]string{
		"<script>", "<script setup lang=\"ts\">", "</script>", "<template>", "</template>", "<template lang=\"pug\">", "<style>", "</style>", "<script type=\"application/json\">", "<script type=\"application/json\" mode=\"wx\">", "<script mode=\"ali\">", "<config>", "</config>", "<script src=\"./a.js\">", "<template mode=\"wx\">",
	}, templatePieces, scriptPieces, manifestPieces[:24])
)

// looseEnds begin or end what another piece has to end or begin, so that the text
// behind them is no code.
var looseEnds = []string{"/* ", " */", "//", "'", "\"", "`", "`${", "\\", "<Button openType=\"getPhoneNumber\" onClick={", "<View>", "</View>", "<T>", "/>", "#private", "/a[/]/g",
	"<!--", "-->", "{{", "}}", "<", "</", ">", "=", "<input placeholder=\"", " data-a=\"", "<wxs module=\"m\">", "</wxs>", "<button open-type=\"{{ok ? 'getPhoneNumber' : 'share'}}\"", "<script>", "<script setup lang=\"ts\">", "</script>"}

func withoutLooseEnds(pieces []string) []string {
	return slices.DeleteFunc(slices.Clone(pieces), func(piece string) bool { return slices.Contains(looseEnds, piece) })
}

// compose makes a text of pieces, two bytes for each: the first says how many
// of the open brackets to close before it. What is open at the end is closed
// unless the number of bytes is odd.
func compose(pieces []string, choice []byte) string {
	var out strings.Builder
	var open []byte
	closeLast := func(n int) {
		for ; n > 0 && len(open) > 0; n-- {
			out.WriteByte(open[len(open)-1])
			open = open[:len(open)-1]
		}
	}
	for ; len(choice) > 1; choice = choice[2:] {
		closeLast(max(0, int(choice[0]%8)-4))
		piece := pieces[(int(choice[0]/8)*256+int(choice[1]))%len(pieces)]
		out.WriteString(piece)
		for i := range len(piece) {
			if at := strings.IndexByte("([{", piece[i]); at >= 0 {
				open = append(open, ")]}"[at])
			} else if n := len(open); n > 0 && piece[i] == open[n-1] {
				open = open[:n-1]
			}
		}
	}
	if len(choice) == 0 {
		closeLast(len(open))
	}
	return out.String()
}
