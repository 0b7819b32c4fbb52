// Draws icon.png, the packages' icon: one wave, and below it the same wave again. Run: dotnet run packaging/draw-icon.cs packaging/icon.png
using System.Buffers.Binary;
using System.Text;

const int Size = 128;
byte[][] colours =
[
    [0, 0, 0],
    [0x1B, 0x2A, 0x41],
    [0x5B, 0xC0, 0xBE],
    [0xF4, 0xF4, 0xF4],
]; // the first is transparent
int[] heights = [3, 7, 12, 19, 11, 16, 22, 14, 8, 12, 5, 3];

// Two bits a pixel, and no compression: the same bytes whatever library would compress.
var rows = new MemoryStream();
for (int y = 0; y < Size; y++)
{
    rows.WriteByte(0); // filter: none
    for (int x = 0; x < Size; x += 4)
    {
        rows.WriteByte((byte)((Colour(x, y) << 6) | (Colour(x + 1, y) << 4) | (Colour(x + 2, y) << 2) | Colour(x + 3, y)));
    }
}

byte[] header = new byte[13];
BinaryPrimitives.WriteInt32BigEndian(header, Size);
BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Size);
(header[8], header[9]) = (2, 3); // two bits, indexed
using FileStream file = File.Create(args[0]);
file.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
Chunk("IHDR", header);
Chunk("PLTE", [.. colours.SelectMany(colour => colour)]);
Chunk("tRNS", [0]);
Chunk("IDAT", Stored(rows.ToArray()));
Chunk("IEND", []);

int Colour(int x, int y)
{
    const int Corner = 20;
    int left = Math.Max(0, Math.Max(Corner - x, x - (Size - 1 - Corner)));
    int above = Math.Max(0, Math.Max(Corner - y, y - (Size - 1 - Corner)));
    if ((left * left) + (above * above) > Corner * Corner)
    {
        return 0;
    }

    (int bar, int within) = Math.DivRem(x - 16, 8);
    bool inBar = x >= 16 && bar < heights.Length && within < 5;
    return inBar && Math.Abs(y - 38) <= heights[bar] ? 2
        : inBar && Math.Abs(y - 90) <= heights[bar] ? 3
        : 1;
}

void Chunk(string name, byte[] data)
{
    byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
    Span<byte> number = stackalloc byte[4];
    BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
    file.Write(number);
    file.Write(named);
    BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
    file.Write(number);
}

// RFC 1950 and 1951: blocks that are stored as they are, then Adler's sum.
static byte[] Stored(byte[] data)
{
    var stream = new MemoryStream();
    stream.Write([0x78, 0x01, 1]);
    Span<byte> number = stackalloc byte[4];
    BinaryPrimitives.WriteUInt16LittleEndian(number, (ushort)data.Length);
    BinaryPrimitives.WriteUInt16LittleEndian(number[2..], (ushort)~data.Length);
    stream.Write(number);
    stream.Write(data);
    (uint a, uint b) = (1, 0);
    foreach (byte value in data)
    {
        a = (a + value) % 65521;
        b = (b + a) % 65521;
    }

    BinaryPrimitives.WriteUInt32BigEndian(number, (b << 16) | a);
    stream.Write(number);
    return stream.ToArray();
}

static uint Crc(byte[] data)
{
    uint crc = 0xFFFFFFFF;
    foreach (byte value in data)
    {
        crc ^= value;
        for (int bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
    }

    return ~crc;
}
