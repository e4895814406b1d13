interface Doctor {
  id: number
  name: string
  department: string
}

const doctors: Doctor[] = [
  { id: 1, name: '陈医生', department: '全科' },
  { id: 2, name: '林医生', department: '儿科' }
]

Page({ data: { doctors } })
