using System.Buffers.Binary;
using System.Text;
using Research.Data.Audio.Decoding;

namespace Research.Data.Tests.Audio.Decoding;

/// <summary>Files of silent frames of layer III, MPEG-1, 128 kbit/s, 44.1 kHz, stereo.</summary>
public class MpegStreamTests
{
    private const int FrameBytes = 417;
    private static readonly byte[] Frame = Of(0xFB, 0x90, FrameBytes);

    [Fact]
    public void A_whole_file_is_passed_over_in_silence()
    {
        byte[] file = [.. Tag(20), .. Counted(5), .. Frames(5), .. "TAG"u8, .. new byte[125]];
        Assert.Empty(Warnings(file));
        Assert.Empty(Warnings(Frames(5)));
        Assert.True(Stream(file).IsOfOneKind);
    }

    [Fact]
    public void One_that_ends_within_a_frame_was_cut_off() =>
        Assert.Equal(["it ends within a frame: it was cut off there"], Warnings(Frames(5)[..^1]));

    [Fact]
    public void One_that_ends_between_frames_was_cut_off_where_it_says_how_many_it_has()
    {
        Assert.Equal(["it says that it has 5 frames, and 4 are there: it was cut off"], Warnings([.. Counted(5), .. Frames(4)]));
        Assert.Empty(Warnings([.. Counted(0), .. Frames(4)])); // it does not say
    }

    [Fact]
    public void Another_recording_is_told_by_its_own_count()
    {
        byte[] two = [.. Counted(100), .. Frames(100), .. Tag(30), .. Counted(50), .. Frames(50)];
        Assert.Equal(
            ["another recording begins in it after 2.6 s; they are taken for one, so cut the file there"], // 100 · 1152 / 44,100
            Warnings(two)
        );
    }

    [Fact]
    public void Bytes_that_are_no_frame_are_passed_over_up_to_two_frames()
    {
        byte[] junk = [0, 0xFF, 0xFB, 0x90, 0, 1, 2, 3]; // a header without a frame behind it
        Assert.Empty(Warnings([.. Counted(5), .. Frames(2), .. junk, .. Frames(3), .. new byte[300]]));
        byte[] ape = [.. "APETAGEX"u8, 0, 0, 0, 0, 40, 0, 0, 0, .. new byte[16], .. new byte[40]];
        Assert.Empty(Warnings([.. Counted(5), .. Frames(5), .. ape]));
    }

    // By chance such bytes look like a frame of another rate; a file was once refused for them.
    [Fact]
    public void Random_bytes_at_the_end_are_no_recording_of_another_kind()
    {
        byte[] header = [0xFF, 0xFB, 0x94, 0, 1, 2, 3, 4]; // 48 kHz, and nothing like it behind
        Assert.True(Stream([.. Frames(3), .. header, .. new byte[5000]]).IsOfOneKind);
        var random = Research.Numerics.Rng.For(1, "noise behind a recording");
        byte[] noise = [.. Enumerable.Range(0, 4_000_000).Select(_ => (byte)random.NextInt(256))];
        MpegStream stream = Stream([.. Counted(50), .. Frames(50), .. noise]);
        Assert.True(stream.IsOfOneKind);
        Assert.Empty(stream.Warnings);
    }

    [Fact]
    public void A_file_that_is_damaged_all_over_is_looked_at_for_a_bounded_time_and_in_little_memory()
    {
        byte[] piece = [.. Frames(3), 0, 0, 0];
        byte[] file = [.. Enumerable.Range(0, 20_000).SelectMany(_ => piece)];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(["it is damaged in more than 1000 places"], Warnings(file));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_change_of_rate_or_channels_is_another_kind()
    {
        Assert.False(Stream([.. Frames(3), .. Of(0xFB, 0x94, 384)]).IsOfOneKind); // 48 kHz
        byte[] mono = Of(0xFB, 0x90, FrameBytes);
        mono[3] = 0xC0;
        Assert.False(Stream([.. Frames(3), .. mono]).IsOfOneKind);
    }

    private static IReadOnlyList<string> Warnings(byte[] file) => Stream(file).Warnings;

    private static MpegStream Stream(byte[] file) => MpegStream.Of(new MemoryStream(file));

    private static byte[] Frames(int count) => [.. Enumerable.Range(0, count).SelectMany(_ => Frame)];

    private static byte[] Of(byte second, byte third, int bytes) => [0xFF, second, third, 0, .. new byte[bytes - 4]];

    // The count stands behind 32 bytes of side information.
    private static byte[] Counted(uint frames)
    {
        byte[] frame = [.. Frame];
        Encoding.ASCII.GetBytes("Xing").CopyTo(frame, 36);
        frame[43] = frames > 0 ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(44), frames);
        return frame;
    }

    private static byte[] Tag(byte size) => [.. "ID3"u8, 4, 0, 0, 0, 0, 0, size, .. new byte[size]];
}
