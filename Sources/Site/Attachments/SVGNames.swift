// The elements and attributes that a published SVG may have.

enum SVGNames {
  static let namespace = "http://www.w3.org/2000/svg"
  static let linkNamespace = "http://www.w3.org/1999/xlink"

  static let elements = words(
    """
    svg g defs symbol use title desc style path rect circle ellipse line polyline polygon text tspan textPath
    linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer
    feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
    feOffset feTile
    """)

  /// Elsewhere text is not drawn: it would only be hidden in the file.
  static let withText = words("text tspan textPath title desc style")

  /// What may refer to another element of the same file.
  static let withLink = words("use textPath linearGradient radialGradient pattern filter")

  /// What is said to readers or to the style sheet, and draws nothing by itself.
  static let descriptive = words("id class role lang xml:lang xml:space type version baseProfile focusable")

  /// Geometry, and the properties that may be written as attributes.
  static let drawing = words(
    """
    d points x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height transform rotate offset viewBox
    preserveAspectRatio pathLength textLength lengthAdjust startOffset method spacing side refX refY markerWidth
    markerHeight markerUnits orient gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits
    patternTransform clipPathUnits maskUnits maskContentUnits filterUnits primitiveUnits in in2 result mode operator
    values k1 k2 k3 k4 stdDeviation radius tableValues slope intercept amplitude exponent edgeMode style
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
    color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule filter
    flood-color flood-opacity font font-family font-size font-size-adjust font-stretch font-style font-variant
    font-weight image-rendering isolation kerning letter-spacing line-height marker marker-end marker-mid marker-start
    mask mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
    stroke-width text-anchor text-decoration text-rendering transform-origin unicode-bidi vector-effect visibility
    white-space word-spacing writing-mode
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
