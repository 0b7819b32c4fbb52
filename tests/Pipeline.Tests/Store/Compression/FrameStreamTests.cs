using System.Buffers.Binary;
using Research.Pipeline.Store;
using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Tests.Store.Compression;

public sealed class FrameStreamTests : IDisposable
{
    private const int FootBytes = 9;

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    // Three frames, the last of them shorter.
    private static byte[] Content { get; } =
    [.. Enumerable.Range(0, (2 * FrameWriter.FrameBytes) + 777).Select(i => (byte)(i / 100))];

    private string Packed => Path.Combine(_folder, "packed");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_compressed_reads_back_from_the_start_and_from_anywhere()
    {
        Compress();
        Assert.True(new FileInfo(Packed).Length < Content.Length / 8);
        using Stream stream = Open(Content.Length);
        byte[] whole = new byte[Content.Length];
        stream.ReadExactly(whole);
        Assert.Equal(Content, whole);
        Assert.Equal(0, stream.Read(new byte[1]));
        foreach (
            int start in new[]
            {
                FrameWriter.FrameBytes - 1,
                0,
                2 * FrameWriter.FrameBytes,
                FrameWriter.FrameBytes,
                Content.Length - 2,
            }
        )
        {
            byte[] two = new byte[2];
            stream.Position = start;
            stream.ReadExactly(two);
            Assert.Equal(Content[start..(start + 2)], two);
        }
    }

    [Fact]
    public void A_length_of_whole_frames_leaves_no_empty_one()
    {
        Compress(Content[..FrameWriter.FrameBytes]);
        using Stream stream = Open(FrameWriter.FrameBytes);
        byte[] whole = new byte[FrameWriter.FrameBytes];
        stream.ReadExactly(whole);
        Assert.Equal(Content[..FrameWriter.FrameBytes], whole);
        Assert.Equal(0, stream.Read(new byte[1]));
    }

    [Fact]
    public void The_tools_of_zstd_read_it()
    {
        Compress();
        using var decompressor = new ZstdSharp.Decompressor(); // as they do: frame by frame, skipping what is to be skipped
        Assert.Equal(Content, decompressor.Unwrap(File.ReadAllBytes(Packed), Content.Length).ToArray());
    }

    [Fact]
    public void Small_files_and_those_that_do_not_shrink_stay_as_they_are()
    {
        Assert.False(TryCompress(new byte[4095]));
        Assert.True(TryCompress(new byte[4096]));
        Assert.False(TryCompress(Noise(100_000)));
        Assert.False(File.Exists(Packed));
        Assert.False(TryCompress([]));
    }

    // Every file that is cut short at any of these places is refused, and never with another exception.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(500)]
    [InlineData(-1)]
    [InlineData(-9)]
    [InlineData(-30)]
    public void A_truncated_file_is_damaged(int length)
    {
        Compress();
        byte[] bytes = File.ReadAllBytes(Packed);
        File.WriteAllBytes(Packed, length >= 0 ? bytes[..length] : bytes[..^-length]);
        Assert.Throws<DamagedObjectException>(() => Drain(Content.Length));
    }

    [Fact]
    public void One_changed_bit_anywhere_is_damage_or_changes_nothing()
    {
        Compress();
        byte[] bytes = File.ReadAllBytes(Packed);
        int refused = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] edited = [.. bytes];
            edited[i] ^= (byte)(1 << (i % 8));
            File.WriteAllBytes(Packed, edited);
            try
            {
                Assert.Equal(Content, Drain(Content.Length));
            }
            catch (DamagedObjectException)
            {
                refused++;
            }
        }

        Assert.True(refused > bytes.Length * 9 / 10, $"{refused} of {bytes.Length} were refused");
    }

    [Fact]
    public void More_or_less_content_than_expected_is_damage_before_anything_is_unpacked()
    {
        Compress();
        Assert.Throws<DamagedObjectException>(() => Open(Content.Length - 1));
        Assert.Throws<DamagedObjectException>(() => Open(Content.Length + 1));
    }

    [Theory]
    [InlineData(0, 0x7FFFFFFF)] // a frame that claims two gigabytes
    [InlineData(0, 10)] // one that holds more than it claims
    [InlineData(0, 0)]
    [InlineData(0, -5)]
    [InlineData(-4, 0x7FFFFFFF)] // one that lies in two gigabytes of the file
    [InlineData(-4, 0)]
    [InlineData(-4, -5)]
    public void A_table_that_lies_is_damage(int field, int claim)
    {
        Compress(Content[..5000]);
        byte[] bytes = File.ReadAllBytes(Packed);
        int entry = bytes.Length - FootBytes - 4 + field;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(entry), claim);
        File.WriteAllBytes(Packed, bytes);
        Assert.Throws<DamagedObjectException>(() => Drain(field == 0 && claim > 0 ? claim : 5000));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void A_count_of_frames_that_lies_is_damage(int frames)
    {
        Compress(Content[..5000]);
        byte[] bytes = File.ReadAllBytes(Packed);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(bytes.Length - FootBytes), frames);
        File.WriteAllBytes(Packed, bytes);
        Assert.Throws<DamagedObjectException>(() => Drain(5000));
    }

    [Fact]
    public void A_place_can_be_sought_from_the_start_from_here_and_from_the_end()
    {
        Compress();
        using Stream stream = Open(Content.Length);
        Assert.Equal(700, stream.Seek(700, SeekOrigin.Begin));
        Assert.Equal(1000, stream.Seek(300, SeekOrigin.Current));
        Assert.Equal(Content[1000], stream.ReadByte());
        Assert.Equal(Content.Length - 900, stream.Seek(-900, SeekOrigin.End));
        Assert.Equal(Content[^900], stream.ReadByte());
    }

    [Fact]
    public void It_is_read_and_never_written()
    {
        Compress();
        using Stream stream = Open(Content.Length);
        Assert.Equal([true, true, false], [stream.CanRead, stream.CanSeek, stream.CanWrite]);
        Assert.Contains(
            "never written in place",
            Assert.Throws<NotSupportedException>(() => stream.SetLength(1)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "never written in place",
            Assert.Throws<NotSupportedException>(() => stream.Write([1], 0, 1)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Its_file_is_closed_with_it_and_where_it_is_damaged()
    {
        Compress();
        FileStream file = File.OpenRead(Packed);
        Stream stream = FrameStream.Over(file, Content.Length);
        Assert.True(file.CanRead);
        stream.Dispose();
        Assert.False(file.CanRead);
        FileStream other = File.OpenRead(Packed);
        Assert.Throws<DamagedObjectException>(() => FrameStream.Over(other, 1));
        Assert.False(other.CanRead);
    }

    // Where in the file, counted from its end, what is written there, and what is said.
    [Theory]
    [InlineData(-1, 0, "does not end in a table of frames")]
    [InlineData(-5, 1, "does not end in a table of frames")]
    [InlineData(-9, 255, "names 255 frames, which do not fit into")]
    public void Damage_is_told_with_the_file_what_it_has_and_what_to_do(int place, byte value, string said)
    {
        Compress(Content[..5000]);
        byte[] bytes = File.ReadAllBytes(Packed);
        bytes[^-place] = value;
        File.WriteAllBytes(Packed, bytes);
        string message = Assert.Throws<DamagedObjectException>(() => Drain(5000)).Message;
        Assert.Contains(said, message, StringComparison.Ordinal);
        Assert.StartsWith($"{Packed} is damaged: ", message, StringComparison.Ordinal);
        Assert.EndsWith("Run again: it is made anew.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_that_does_not_unpack_is_named()
    {
        Compress();
        byte[] bytes = File.ReadAllBytes(Packed);
        bytes[10] ^= 0xFF;
        File.WriteAllBytes(Packed, bytes);
        string message = Assert.Throws<DamagedObjectException>(() => Drain(Content.Length)).Message;
        Assert.Equal($"{Packed} is damaged: frame 0 does not hold what its table says. Run again: it is made anew.", message);
    }

    [Fact]
    public void A_file_too_short_for_a_table_says_so()
    {
        File.WriteAllBytes(Packed, [1, 2, 3]);
        Assert.Contains(
            "has only 3 bytes",
            Assert.Throws<DamagedObjectException>(() => Drain(5000)).Message,
            StringComparison.Ordinal
        );
    }

    private void Compress() => Compress(Content);

    private void Compress(byte[] content) => Assert.True(TryCompress(content));

    private bool TryCompress(byte[] content)
    {
        string source = Path.Combine(_folder, "source");
        File.WriteAllBytes(source, content);
        return FrameWriter.TryCompress(source, Packed);
    }

    private Stream Open(long size) => new StoredFile(Packed, size, true).OpenRead();

    private byte[] Drain(long size)
    {
        using Stream stream = Open(size);
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }

    private static byte[] Noise(int length)
    {
        byte[] noise = new byte[length];
        uint state = 1;
        for (int i = 0; i < length; i++)
        {
            state = (state * 1_664_525) + 1_013_904_223;
            noise[i] = (byte)(state >> 24);
        }

        return noise;
    }
}
