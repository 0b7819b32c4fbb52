using System.Runtime.InteropServices;
using Research.Torch.Memory;

namespace Research.Torch.Tests.Memory;

public sealed unsafe class IdleBlocksTests : IDisposable
{
    private const long Mebibyte = 1 << 20;
    private readonly IdleBlocks _idle = new();

    [Fact]
    public void A_request_gets_the_smallest_block_that_is_large_enough()
    {
        byte* large = Add(4 * Mebibyte);
        byte* small = Add(2 * Mebibyte);
        long size = Mebibyte + 1;
        Assert.True(_idle.Take(ref size) == small);
        Assert.Equal(2 * Mebibyte, size);
        Assert.Equal(4 * Mebibyte, _idle.Bytes);
        _idle.Add(small, size);
        Assert.True(_idle.TakeExact(4 * Mebibyte) == large);
        _idle.Add(large, 4 * Mebibyte);
    }

    [Theory]
    [InlineData(Mebibyte - 1)] // small: a search costs more than it saves
    [InlineData((2 * Mebibyte) - 1)] // would waste more than three quarters
    [InlineData((8 * Mebibyte) + 1)] // larger than all
    public void A_request_that_no_block_fits_gets_none_and_keeps_its_size(long bytes)
    {
        Add(8 * Mebibyte);
        long size = bytes;
        Assert.True(_idle.Take(ref size) == null);
        Assert.Equal(bytes, size);
    }

    [Fact]
    public void Before_more_is_taken_as_much_goes_back()
    {
        Add(2 * Mebibyte);
        Add(4 * Mebibyte);
        Add(1000);
        _idle.Free(3 * Mebibyte);
        Assert.Equal((2 * Mebibyte) + 1000, _idle.Bytes);
        _idle.Free(3 * Mebibyte); // there is not as much
        Assert.Equal((2 * Mebibyte) + 1000, _idle.Bytes);
    }

    public void Dispose()
    {
        foreach (long size in (long[])[1000, 2 * Mebibyte, 4 * Mebibyte, 8 * Mebibyte])
        {
            byte* block;
            while ((block = _idle.TakeExact(size)) != null)
            {
                NativeMemory.AlignedFree(block);
            }
        }
    }

    private byte* Add(long size)
    {
        var block = (byte*)NativeMemory.AlignedAlloc((nuint)size, 64);
        _idle.Add(block, size);
        return block;
    }
}
