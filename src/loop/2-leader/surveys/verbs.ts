export { answerSurvey } from './answers.ts'
export { closeSurvey, openSurvey } from './surveys.ts'
