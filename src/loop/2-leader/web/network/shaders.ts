/** The frame in clip space: \`view\` is the camera's point and how far a step goes, across and down. */
const common = `#version 300 es
precision highp float;
`

export const linkVertex = `${common}
layout(location=0) in vec4 ends;
layout(location=1) in float weight;
uniform vec4 view;
uniform vec2 size;
uniform float thick;
out float along;
out float heavy;
out float length_;
void main() {
  vec2 a = (ends.xy - view.xy) * view.zw, b = (ends.zw - view.xy) * view.zw;
  vec2 way = (b - a) * size * 0.5;
  length_ = length(way);
  vec2 side = length_ > 0.0 ? vec2(-way.y, way.x) / length_ : vec2(0);
  along = float(gl_VertexID >> 1);
  heavy = weight;
  float half_ = (0.5 + weight * thick) * (float(gl_VertexID & 1) * 2.0 - 1.0);
  gl_Position = vec4(mix(a, b, along) + side * half_ * 2.0 / size, 0, 1);
}`

/** Stronger where help comes from, fainter where it goes; what is dashed is told apart without its colour. */
export const linkFragment = `${common}
in float along;
in float heavy;
in float length_;
uniform vec4 colour;
uniform float dash;
out vec4 shown;
void main() {
  if (dash > 0.0 && mod(along * length_, dash * 2.0) > dash) discard;
  float alpha = colour.a * mix(1.0, 0.35, along) * (0.55 + 0.45 * heavy);
  shown = vec4(colour.rgb * alpha, alpha);
}`

export const nodeVertex = `${common}
layout(location=0) in vec2 at;
layout(location=1) in vec3 colour;
layout(location=2) in vec3 look;
uniform vec4 view;
uniform float scale;
uniform float ratio;
out vec3 paint;
flat out float shape;
flat out float across;
out float lit;
void main() {
  gl_Position = vec4((at - view.xy) * view.zw, 0, 1);
  across = min(44.0, max(3.0, scale * 0.62) * (0.7 + look.x * 0.9) + look.x * 3.0) * ratio;
  gl_PointSize = across;
  paint = colour;
  shape = look.y;
  lit = look.z;
}`

/** A circle, square, diamond or triangle by group, with a rim of the ground around it. */
export const nodeFragment = `${common}
in vec3 paint;
flat in float shape;
flat in float across;
in float lit;
uniform vec3 ground;
out vec4 shown;
void main() {
  vec2 p = gl_PointCoord * 2.0 - 1.0;
  float far = length(p);
  if (shape > 2.5) far = max(abs(p.x) * 1.1 - p.y * 0.6 + 0.05, p.y) + 0.12;
  else if (shape > 1.5) far = abs(p.x) + abs(p.y);
  else if (shape > 0.5) far = max(abs(p.x), abs(p.y)) * 1.15;
  if (far > 1.0) discard;
  vec3 inside = mix(ground, paint, lit);
  shown = vec4(across > 7.0 && far > 1.0 - 3.0 / across ? ground : inside, 1);
}`

export const plateVertex = `${common}
uniform vec4 place;
out vec2 spot;
void main() {
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
  spot = corner;
  gl_Position = vec4(place.xy + (corner * 2.0 - 1.0) * place.zw, 0, 1);
}`

/** What was drawn before, fainter where something is looked at before it. */
export const plateFragment = `${common}
in vec2 spot;
uniform sampler2D plate;
uniform vec3 ground;
uniform float faint;
out vec4 shown;
void main() {
  shown = vec4(mix(texture(plate, spot).rgb, ground, faint), 1);
}`
