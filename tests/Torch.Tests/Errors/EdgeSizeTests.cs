namespace Research.Torch.Tests.Errors;

/// <summary>Sizes that no tensor, window or net can have are refused with what was asked.</summary>
public class EdgeSizeTests
{
    public static TheoryData<string, Action> Calls =>
        new()
        {
            { "[-1, 2]", () => zeros(-1, 2) },
            { "[8589934592, 8589934592]", () => zeros(8589934592, 8589934592) }, // the product overflows
            { "[-3, 2]", () => nn.Linear(2, -3) },
            { "Conv2d: -1 input", () => nn.Conv2d(-1, 2, 3) },
            { "kernel [0, 0]", () => nn.Conv2d(1, 2, 0) },
            { "padding [5, 5] is too large", () => nn.ConvTranspose2d(1, 1, 1, padding: 5).call(ones([1, 1, 2, 2])) },
            { "GRU: an input of at least one step", () => nn.GRU(3, 2).call(zeros(0, 1, 3)) },
            { "pack_padded_sequence: an input", () => nn.utils.rnn.pack_padded_sequence(ones(4), tensor([1L])) },
            { "chunk: 0 chunks", () => ones(4).chunk(0) },
            { "cat: single numbers", () => cat([tensor(1f), tensor(2f)]) },
            { "upsample: 2 places cannot become 0", () => nn.Upsample(size: [0, 2]).call(ones([1, 1, 2, 2])) },
            { "step_size", () => optim.lr_scheduler.StepLR(optim.SGD(nn.Linear(1, 1).parameters(), 0.1), 0) },
        };

    [Fact]
    public void Truth_values_have_a_largest_and_a_smallest()
    {
        Tensor truth = tensor(new[] { true, false, false, false, true, true }, [2, 3]);
        Assert.Equal([true, true], truth.amax([1L]).data<bool>().ToArray());
        Assert.Equal([false, false, false], truth.amin([0L]).data<bool>().ToArray());
        Assert.Equal(0, truth.prod(1, type: null)[0].item<long>());
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_size_that_cannot_be_is_refused_with_what_was_asked(string words, Action call)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
