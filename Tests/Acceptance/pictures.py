"""Pictures with everything that cameras and editors write into them, as Pillow makes them; `SECRET` stands in all of it."""
import io

from PIL import Image, ImageCms, ImageOps, PngImagePlugin

SECRET = "SECRET"
ORIENTATION = 0x0112
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="r"><dc:creator>{SECRET}</dc:creator></rdf:RDF></x:xmpmeta>'.encode()
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def picture(turn=0, mode="RGB"):
    """A gradient that no two turns of it share."""
    image = Image.new("RGB", (24, 16))
    image.putdata([((10 * x + turn) % 256, 15 * y, x * y % 256) for y in range(16) for x in range(24)])
    return image.convert(mode)


def exif(orientation):
    data = Image.Exif()
    data[0x010F], data[0x013B], data[0x8298] = SECRET, SECRET, SECRET  # camera, artist, copyright
    data.get_ifd(0x8825)[1] = SECRET  # GPS
    data.get_ifd(0x8769)[0x9286] = SECRET.encode()  # comment of the user
    if orientation:
        data[ORIENTATION] = orientation
    return data.tobytes()


def saved(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def iptc():
    return b"\xff\xed" + (2 + 14 + 12 + 6).to_bytes(2, "big") + b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\0\0\x06" + SECRET.encode()


def jpeg(orientation=None, **options):
    data = saved(picture(), "JPEG", exif=exif(orientation), xmp=XMP, comment=SECRET, icc_profile=PROFILE, **options)
    return data[:2] + iptc() + data[2:] + SECRET.encode()


def png(orientation=None, **options):
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET)
    texts.add_text("Comment", SECRET, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    texts.add(b"tIME", bytes(7))
    texts.add(b"prVt", SECRET.encode(), after_idat=True)
    return saved(picture(), "PNG", pnginfo=texts, exif=exif(orientation), icc_profile=PROFILE, dpi=(300, 300), **options) + SECRET.encode()


def webp(orientation=None, **options):
    return saved(picture(), "WEBP", exif=exif(orientation), xmp=XMP, icc_profile=PROFILE, **options) + SECRET.encode()


def gif():
    data = saved(picture(0, "P"), "GIF", save_all=True, append_images=[picture(90, "P"), picture(180, "P")], duration=[50, 70, 90], loop=3, comment=SECRET)
    return data + SECRET.encode()


def moving(kind):
    frames = [picture(90), picture(180)]
    if kind == "PNG":
        return png(save_all=True, append_images=frames, duration=[50, 70, 90], loop=2)
    return webp(save_all=True, append_images=frames, duration=[50, 70, 90], lossless=True)


PICTURES = {
    "plain.jpg": jpeg(), "turned.jpeg": jpeg(6), "mirrored.jpg": jpeg(2), "scans.jpg": jpeg(8, progressive=True),
    "cmyk.jpg": saved(picture(mode="CMYK"), "JPEG", comment=SECRET, exif=exif(3)), "grey.jpg": saved(picture(mode="L"), "JPEG", exif=exif(None)),
    "plain.png": png(), "turned.png": png(6), "moving.png": moving("PNG"), "palette.png": saved(picture(mode="P"), "PNG", exif=exif(None), transparency=0),
    "plain.webp": webp(), "turned.webp": webp(6), "lossless.webp": webp(5, lossless=True), "moving.webp": moving("WEBP"),
    "moving.gif": gif(),
}


def frames(data):
    """The pixels of every frame, with its time, as they are shown upright."""
    image, found = Image.open(io.BytesIO(data)), []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        image.load()
        found.append((image.info.get("duration"), image.size, image.mode, image.convert("RGBA").tobytes()))
    return found


def upright(data):
    return ImageOps.exif_transpose(Image.open(io.BytesIO(data))).size


def said(data):
    """What the file says besides its pixels, without what makes them look as they do."""
    image = Image.open(io.BytesIO(data))
    image.load()
    looks = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform", "progressive", "progression", "icc_profile", "dpi", "exif", "transparency",
             "gamma", "srgb", "background", "duration", "timestamp", "loop", "version", "extension", "default_image", "disposal", "blend", "bbox"}
    return {**{tag: value for tag, value in image.getexif().items()}, **{key: value for key, value in image.info.items() if key not in looks}}
