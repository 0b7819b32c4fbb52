using Research.Pipeline.Store.Compression;

namespace Research.Pipeline.Tests.Store.Compression;

public class PackedTextTests
{
    [Fact]
    public void A_text_comes_back_as_it_was()
    {
        byte[] text = [.. Enumerable.Range(0, 10_000).Select(i => (byte)(i / 50))];
        byte[] packed = PackedText.Pack(text);
        Assert.True(packed.Length < text.Length / 10);
        Assert.Equal(text, PackedText.Unpack(packed));
        Assert.Empty(PackedText.Unpack(PackedText.Pack([])));
    }

    [Fact]
    public void What_is_no_packed_text_is_damaged() =>
        Assert.Equal(
            "It does not unpack.",
            Assert.Throws<DamagedObjectException>(() => PackedText.Unpack([1, 2, 3, 4, 5, 6, 7, 8])).Message
        );
}
