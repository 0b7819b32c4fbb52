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
            { "GRU: h_0 must", () => nn.GRU(3, 2).call(ones([4, 1, 3]), ones([1, 1, 2], dtype: int64)) },
            { "GRU: h_0 must have shape [1, 2, 2]", () => nn.GRU(3, 2).call(Packed(), ones([1, 3, 2])) },
            { "a gradient of Int64", () => ones(2).AsParameter().grad = tensor([1L, 2L]) },
            { "step_size", () => optim.lr_scheduler.StepLR(optim.SGD(nn.Linear(1, 1).parameters(), 0.1), 0) },
        };

    private static nn.utils.rnn.PackedSequence Packed() => nn.utils.rnn.pack_padded_sequence(ones([4, 2, 3]), tensor([4L, 2L]));

    [Fact]
    public void A_batch_whose_targets_are_all_ignored_has_no_mean_and_a_gradient_of_zero()
    {
        Tensor x = randn([2, 3], requires_grad: true);
        Tensor loss = nn.functional.cross_entropy(x, tensor([-100L, -100L]));
        loss.backward();
        Assert.True(float.IsNaN(loss.item<float>()));
        Assert.Equal(new float[6], x.grad!.data<float>().ToArray());
    }

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
