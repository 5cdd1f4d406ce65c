// What is taken out of images before they are published, what stays as it is, and which images are refused.

import TestRandom
import Testing

@testable import Site

@Suite struct ImageCleanerTests {
  private static let secret = Array("SECRET".utf8)
  private typealias Samples = ImageSamples

  @Test func aCleanImageStaysAsItIs() throws {
    for (ending, bytes) in Samples.all {
      #expect(bytes.count > 50)
      #expect(try ImageCleaner.clean(bytes, path: "a.\(ending)") == bytes, "\(ending)")
      #expect(try ImageCleaner.clean(bytes, path: "A.\(ending.uppercased())") == bytes, "\(ending)")
      let size = try ImageSize(bytes, path: "a.\(ending)")
      #expect(size.width == 6 && size.height == 4)
    }
    #expect(try ImageCleaner.clean(Self.secret, path: "a.pdf") == Self.secret)
  }

  @Test func whatIsWrittenIntoAJPEGIsTakenOut() throws {
    let parts: [(UInt8, String)] = [
      (0xE0, "JFXX\0\u{10}SECRET"), (0xE1, "Exif\0\0SECRET"), (0xE1, "http://ns.adobe.com/xap/1.0/\0SECRET"),
      (0xE2, "MPF\0SECRET"), (0xE5, "SECRET"), (0xED, "Photoshop 3.0\0SECRET"), (0xEF, "SECRET"), (0xFE, "SECRET"),
    ]
    for sample in [Samples.jpeg, Samples.progressive] {
      let scan = Samples.place(of: [0xFF, 0xDA], in: sample)
      for (marker, text) in parts {
        let part = Samples.segment(marker, Array(text.utf8))
        #expect(try JPEGCleaner.clean(Samples.inserted(part, 20, sample)) == sample, "\(text)")
        #expect(try JPEGCleaner.clean(Samples.inserted([0xFF, 0xFF] + part, 2, sample)) == sample, "\(text)")
        #expect(try JPEGCleaner.clean(Samples.inserted(part, scan, sample)) == sample, "\(text)")
      }
      #expect(try JPEGCleaner.clean(sample + Self.secret) == sample)
      #expect(try JPEGCleaner.clean(sample + sample) == sample)
    }
  }

  @Test func coloursOfAJPEGStay() throws {
    let profile = Samples.segment(0xE2, Array("ICC_PROFILE\0\u{1}\u{1}colours".utf8))
    let adobe = Samples.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])
    let image = Samples.inserted(profile + adobe, 20, Samples.jpeg)
    #expect(try JPEGCleaner.clean(image) == image)
    let longer = Samples.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1] + Self.secret)
    #expect(
      try JPEGCleaner.clean(Samples.inserted(longer, 20, Samples.jpeg)) == Samples.inserted(adobe, 20, Samples.jpeg))
  }

  /// The head of the file may hold a small picture, uncut.
  @Test func theThumbnailOfAJPEGIsTakenOut() throws {
    let head = Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1]
    let image = [0xFF, 0xD8] + Samples.segment(0xE0, head + [2, 1] + Self.secret) + Samples.jpeg[20...]
    #expect(try JPEGCleaner.clean(image) == Samples.jpeg)
  }

  @Test func whatIsWrittenIntoAPNGIsTakenOut() throws {
    let sample = Samples.png
    for type in ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prIv", "iDOT", "vpAg", "hIST", "sPLT"] {
      let part = Samples.chunk(type, Self.secret)
      for place in [33, sample.count - 12] {
        #expect(try PNGCleaner.clean(Samples.inserted(part, place, sample)) == sample, "\(type) at \(place)")
      }
    }
    #expect(try PNGCleaner.clean(sample + Self.secret) == sample)
    for type in [
      "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "bKGD", "pHYs", "acTL", "cICP", "PLTE",
    ] {
      let image = Samples.inserted(Samples.chunk(type, [1, 2, 3]), 33, sample)
      #expect(try PNGCleaner.clean(image) == image, "\(type)")
    }
  }

  /// A colour profile stays, without the name that somebody gave it.
  @Test func theColourProfileOfAPNGLosesItsName() throws {
    let data: [UInt8] = [0, 0, 0x78, 0x9C, 3, 0]
    let named = Samples.inserted(Samples.chunk("iCCP", Self.secret + data), 33, Samples.png)
    let plain = Samples.inserted(Samples.chunk("iCCP", Array("profile".utf8) + data), 33, Samples.png)
    #expect(try PNGCleaner.clean(named) == plain)
  }

  @Test func whatIsWrittenIntoAWebPIsTakenOut() throws {
    let sample = Samples.animated
    var flagged = sample
    flagged[20] |= 0x0C
    for name in ["EXIF", "XMP ", "SECR", "abcd"] {
      for secret in [Self.secret, Self.secret + [1]] {
        let part = Samples.riff(name, secret)
        #expect(try WebPCleaner.clean(Samples.container(Array(flagged[12...]) + part)) == sample, "\(name)")
        #expect(try WebPCleaner.clean(Samples.container(Samples.inserted(part, 18, Array(flagged[12...])))) == sample)
        #expect(try WebPCleaner.clean(Samples.container(Array(Samples.webp[12...]) + part)) == Samples.webp)
      }
    }
    #expect(try WebPCleaner.clean(sample + Self.secret) == sample)
    // A frame that holds a chunk of a program.
    let frame = Samples.place(of: Array("ANMF".utf8), in: sample)
    let length = Int(sample[frame + 4])
    let data = Array(sample[frame + 8..<frame + 8 + length])
    let rest = Array(sample[12..<frame])
    let after = Array(sample[(frame + 8 + length)...])
    let image = Samples.container(rest + Samples.riff("ANMF", data + Samples.riff("SECR", Self.secret)) + after)
    #expect(image != sample)
    #expect(try WebPCleaner.clean(image) == sample)
  }

  @Test func whatIsWrittenIntoAGIFIsTakenOut() throws {
    let sample = Samples.gif
    let start = Samples.place(of: [0x21, 0xFF, 11], in: sample)
    let control = Samples.ext(0xF9, [[4, 0, 0, 0]])
    let parts = [
      Samples.ext(0xFE, [Self.secret, Self.secret]), Samples.ext(0xFF, [Array("XMP DataXMP".utf8), Self.secret]),
      control + Samples.ext(0x01, [Array(repeating: 1, count: 12), Self.secret]), Samples.ext(0x77, [Self.secret]),
      Samples.ext(0xFF, [Array("NETSCAPE2.0".utf8), [2] + Self.secret]),
    ]
    for part in parts {
      for place in [start, sample.count - 1] {
        #expect(try GIFCleaner.clean(Samples.inserted(part, place, sample)) == sample)
      }
    }
    #expect(try GIFCleaner.clean(sample + Self.secret) == sample)
    // What is said of a frame, twice and with a comment between: the last one counts.
    let frame = Samples.place(of: [0x21, 0xF9, 4], in: sample)
    #expect(try GIFCleaner.clean(Samples.inserted(control + parts[0], frame, sample)) == sample)
  }

  // MARK: Orientation

  @Test(arguments: [true, false]) func aPictureStaysTurned(_ isBig: Bool) throws {
    for orientation in UInt8(2)...8 {
      let exif = Samples.exif(orientation, isBig: isBig)
      let written = ExifOrientation.written(orientation)
      #expect(ExifOrientation.read(written[...]) == orientation)
      let head = Array("Exif\0\0".utf8)

      let jpeg = try JPEGCleaner.clean(Samples.inserted(Samples.segment(0xE1, head + exif), 20, Samples.jpeg))
      #expect(jpeg == Samples.inserted(Samples.segment(0xE1, head + written), 20, Samples.jpeg))
      #expect(try JPEGCleaner.clean(jpeg) == jpeg)
      #expect(try ImageSize(jpeg, path: "a.jpg").width == (orientation < 5 ? 6 : 4))

      let png = try PNGCleaner.clean(Samples.inserted(Samples.chunk("eXIf", exif), 33, Samples.png))
      #expect(png == Samples.inserted(Samples.chunk("eXIf", written), 33, Samples.png))

      var chunks = Array(Samples.animated[12...])
      chunks[8] |= 0x08
      for header in [[], head] {
        let webp = try WebPCleaner.clean(Samples.container(chunks + Samples.riff("EXIF", header + exif)))
        #expect(webp == Samples.container(chunks + Samples.riff("EXIF", written)))
      }
    }
  }

  @Test func anUprightPictureSaysNothing() throws {
    for orientation in [nil, 0, 1, 9] as [UInt8?] {
      let exif = Array("Exif\0\0".utf8) + Samples.exif(orientation)
      #expect(
        try JPEGCleaner.clean(Samples.inserted(Samples.segment(0xE1, exif), 20, Samples.jpeg)) == Samples.jpeg)
    }
  }

  // MARK: Damage

  @Test func aShortenedImageIsRefused() throws {
    for (ending, bytes) in Samples.all {
      for length in bytes.indices {
        #expect(throws: ImageProblem.self, "\(ending) of \(length)") {
          try ImageCleaner.clean(Array(bytes[..<length]), path: "a.\(ending)")
        }
      }
    }
  }

  @Test func damageHasAPlace() throws {
    func problem(_ bytes: [UInt8], _ path: String) -> ImageProblem? {
      do throws(ImageProblem) {
        _ = try ImageCleaner.clean(bytes, path: path)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem(Samples.png, "a.jpg") == ImageProblem(.notThisFormat, at: 0))
    #expect(problem(Array(Samples.jpeg.dropLast(2)), "a.jpg") == ImageProblem(.truncated, at: 299))
    var flipped = Samples.png
    flipped[45] ^= 1
    #expect(
      problem(flipped, "a.png") == ImageProblem(.damaged("the checksum of a chunk IDAT is wrong"), at: 33))
    let critical = Samples.inserted(Samples.chunk("CgBI", [0]), 33, Samples.png)
    #expect(
      problem(critical, "a.png") == ImageProblem(.damaged("a chunk CgBI, which browsers do not know"), at: 33))
    let early = Samples.inserted(Samples.chunk("IHDR", [0]), 33, Samples.png)
    #expect(problem(early, "a.png") == ImageProblem(.damaged("the header is not its first chunk"), at: 33))
    let short = Samples.inserted([0xFF, 0xE1, 0, 1], 20, Samples.jpeg)
    #expect(problem(short, "a.jpg") == ImageProblem(.damaged("a part shorter than its own length"), at: 22))
    let long = Samples.inserted([0x21, 0xFE, 255], Samples.gif.count - 1, Samples.gif)
    #expect(problem(long, "a.gif") == ImageProblem(.truncated, at: long.count))
    #expect(
      problem(Samples.container(Samples.riff("ALPH", [1])), "a.webp")
        == ImageProblem(.damaged("its first chunk is no picture"), at: 12))
    let noPicture = [0xFF, 0xD8, 0xFF, 0xD9] as [UInt8]
    #expect(problem(noPicture, "a.jpg") == ImageProblem(.damaged("it has no picture"), at: 2))
  }

  /// Bytes changed, taken out, doubled: refused, or cleaned into something that stays as it is from then on.
  @Test func anyDamageIsRefusedOrCleaned() throws {
    var generator = SeededGenerator(seed: 20_260_316)
    var (refused, cleaned) = (0, 0)
    for (ending, sample) in Samples.all {
      for _ in 0..<200 {
        let bytes = Self.damaged(sample, &generator)
        do throws(ImageProblem) {
          let once = try ImageCleaner.clean(bytes, path: "a.\(ending)")
          let twice = try ImageCleaner.clean(once, path: "a.\(ending)")
          #expect(once == twice, "\(ending) \(bytes)")
          #expect(once.count <= bytes.count + 16)
          cleaned += 1
        } catch {
          #expect((0...bytes.count).contains(error.offset))
          refused += 1
        }
      }
    }
    #expect(refused > 200 && cleaned > 50, "\(refused) refused, \(cleaned) cleaned")
  }

  private static func damaged(_ sample: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = sample
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, at + Int.random(in: 1...20, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 3: bytes[at] = [0x00, 0x21, 0x2C, 0x3B, 0xD8, 0xD9, 0xDA, 0xE1, 0xFF].randomElement(using: &generator) ?? 0
      default: if bytes.count > 30 { bytes.removeSubrange(at..<end) }
      }
    }
    return bytes
  }
}
