using static TorchSharp.torch.nn.functional;
using static TorchSharp.torch.nn.utils.rnn;

namespace Research.Torch.Tests.Errors;

/// <summary>What does not fit is refused with the operation's name, what was seen, and what is needed.</summary>
public class BadInputTests
{
    private static readonly Tensor Whole = tensor([1L, 2, 3]);

    private static readonly Dictionary<string, (Action Action, string[] Said)> Calls = new()
    {
        ["add"] = (() => (ones(2, 3) + ones(4)).Dispose(), ["add", "[2, 3]", "[4]", "broadcast"]),
        ["where"] = (() => where(ones(2), ones(2), ones(2)), ["where", "Bool", "Float32"]),
        ["matmul"] = (() => ones(2, 3).matmul(ones(4, 5)), ["matmul", "[2, 3]", "[4, 5]", "equal"]),
        ["matmul, types"] = (() => ones(1, 3).matmul(Whole), ["matmul", "Float32", "Int64"]),
        ["mm"] = (() => ones(3).mm(ones(2, 3)), ["mm", "[3]", "two matrices"]),
        ["bmm"] = (() => ones([2, 2, 3]).bmm(ones([3, 3, 2])), ["bmm", "[2, 2, 3]", "[3, 3, 2]"]),
        ["outer"] = (() => ones(2, 2).outer(ones(2)), ["outer", "[2, 2]", "vector"]),
        ["dot"] = (() => ones(2, 2).dot(ones(2)), ["dot", "[2, 2]", "vector"]),
        ["cat"] = (() => cat([ones(2, 3), ones(3, 2)], 0), ["cat", "[2, 3]", "[3, 2]", "dimension 0"]),
        ["cat of none"] = (() => cat([]), ["cat", "at least one"]),
        ["stack"] = (() => stack([ones(2), ones(3)]), ["stack", "[2]", "[3]", "equal"]),
        ["stack of none"] = (() => stack([]), ["stack", "at least one"]),
        ["reshape"] = (() => ones(2, 3).reshape(4, -1), ["reshape", "6 elements", "[4, -1]"]),
        ["permute"] = (() => ones(2, 3).permute(0, 0), ["permute", "[0, 0]", "[2, 3]"]),
        ["expand"] = (() => ones(2, 3).expand(4, 3), ["expand", "[2, 3]", "[4, 3]"]),
        ["repeat"] = (() => ones(2, 3).repeat(2), ["repeat", "[2, 3]", "[2]"]),
        ["narrow"] = (() => ones(2, 3).narrow(1, 2, 2), ["narrow", "dimension 1", "size 3"]),
        ["select"] = (() => ones(2, 3).select(0, 2), ["select", "index 2", "[2, 3]"]),
        ["transpose"] = (() => ones(2, 3).transpose(0, 2), ["transpose", "dimension 2", "2 dimensions"]),
        ["split"] = (() => ones(2, 3).split([1, 1], 1), ["split", "[1, 1]", "3"]),
        ["tril"] = (() => ones(3).tril(), ["tril", "[3]", "two dimensions"]),
        ["gather"] = (() => ones(2, 3).gather(1, Whole), ["gather", "[3]", "[2, 3]", "dimensions"]),
        ["gather, type"] = (() => ones(3).gather(0, ones(3)), ["gather", "Int64", "Float32"]),
        ["gather, place"] = (() => ones(3).gather(0, Whole), ["gather", "index 3", "0 … 2"]),
        ["scatter_add"] = (() => ones(4).scatter_add(0, Whole, ones(2)), ["scatter_add", "[3]", "[2]"]),
        ["scatter, type"] = (() => ones(4).scatter(0, Whole, Whole), ["scatter", "Int64", "Float32"]),
        ["index_select"] = (() => ones(3).index_select(0, Whole), ["index_select", "index 3", "0 … 2"]),
        ["index, mask"] = (
            () => ones(2, 3).index(TensorIndex.Tensor(tensor([true, false, true]))),
            ["index", "[3]", "[2]", "equal"]
        ),
        ["index, too many"] = (() => ones(3).index(0L, 0L), ["index", "2 positions", "[3]"]),
        ["topk"] = (() => ones(3).topk(4), ["topk", "4", "3"]),
        ["sum"] = (() => ones(3).sum(1), ["sum", "dimension 1", "1 dimensions"]),
        ["mean"] = (() => Whole.mean(), ["mean", "Int64", "Float32"]),
        ["argmax"] = (() => zeros([0]).argmax(), ["argmax", "empty"]),
        ["softmax"] = (() => ones(3).softmax(1), ["softmax", "dimension 1"]),
        ["item"] = (() => ones(3).item<float>(), ["item", "[3]", "one element"]),
        ["data"] = (() => ones(3).data<long>(), ["data", "Float32"]),
        ["tensor"] = (() => tensor([1f, 2, 3], [2, 2]), ["tensor", "3 values", "[2, 2]"]),
        ["Float64"] = (() => zeros([2], dtype: ScalarType.Float64), ["Float64", "Float32"]),
        ["cuda"] = (() => zeros([2], device: new Device("cuda:0")), ["cuda:0", "cpu"]),
        ["copy_"] = (() => ones(2).copy_(ones(3)), ["expand", "[3]", "[2]"]),
        ["one_hot"] = (() => one_hot(Whole, 3), ["one_hot", "3", "0 … 2"]),
        ["linear"] = (() => linear(ones(2, 3), ones(4, 5)), ["linear", "[2, 3]", "[4, 5]"]),
        ["linear, weight"] = (() => linear(ones(2, 3), ones(3)), ["linear", "[3]", "matrix"]),
        ["linear, bias"] = (() => linear(ones(2, 3), ones(4, 3), ones(3)), ["linear", "bias", "[3]", "4"]),
        ["conv1d"] = (() => conv1d(ones(2, 3), ones([4, 3, 3])), ["conv1d", "[2, 3]", "[4, 3, 3]"]),
        ["conv2d"] = (() => conv2d(Image(), ones([4, 2, 3, 3])), ["conv2d", "3 input channels", "[4, 2, 3, 3]"]),
        ["conv2d, size"] = (() => conv2d(Image(), ones([4, 3, 9, 3])), ["conv2d", "9×3", "8×8", "fit"]),
        ["conv2d, bias"] = (() => conv2d(Image(), ones([4, 3, 3, 3]), ones(3)), ["conv2d", "bias", "[3]", "4"]),
        ["conv2d, stride"] = (() => conv2d(Image(), ones([4, 3, 3, 3]), strides: [0, 1]), ["conv2d", "stride", "[0, 1]"]),
        ["conv2d, sides"] = (() => conv2d(Image(), ones([4, 3, 3, 3]), padding: [1, 1, 1]), ["conv2d", "padding", "[1, 1, 1]"]),
        ["conv2d, type"] = (() => conv2d(Image().@long(), ones([4, 3, 3, 3])), ["conv2d", "Int64", "Float32"]),
        ["conv_transpose2d"] = (
            () => conv_transpose2d(Image(), ones([4, 3, 3, 3])),
            ["conv_transpose2d", "[1, 3, 8, 8]", "[4, 3, 3, 3]"]
        ),
        ["conv_transpose2d, bias"] = (
            () => conv_transpose2d(Image(), ones([3, 4, 3, 3]), ones(3)),
            ["conv_transpose2d", "bias", "[3]", "4"]
        ),
        ["conv_transpose2d, output padding"] = (
            () => conv_transpose2d(Image(), ones([3, 4, 3, 3]), output_padding: [1, 0]),
            ["conv_transpose2d", "output_padding", "[1, 0]", "stride"]
        ),
        ["max_pool2d"] = (() => max_pool2d(ones(3), [2, 2]), ["max_pool2d", "[3]", "3 or 4 dimensions"]),
        ["max_pool2d, padding"] = (() => max_pool2d(Image(), [2, 2], null, [2, 2]), ["max_pool2d", "[2, 2]", "half"]),
        ["max_pool2d, type"] = (() => max_pool2d(Image().@long(), [2, 2]), ["max_pool2d", "Int64", "Float32"]),
        ["avg_pool2d"] = (() => avg_pool2d(Image(), [9, 9]), ["avg_pool2d", "[9, 9]", "8×8"]),
        ["adaptive_avg_pool2d"] = (() => adaptive_avg_pool2d(Image(), [0, 3]), ["adaptive_avg_pool2d", "[0, 3]", "at least 1"]),
        ["batch_norm"] = (() => batch_norm(Image(), null, null, ones(4), training: true), ["batch_norm", "3 channels", "4"]),
        ["batch_norm, bias"] = (
            () => batch_norm(Image(), null, null, ones(3), ones(4), training: true),
            ["batch_norm", "3 channels", "4"]
        ),
        ["batch_norm, one value"] = (
            () => batch_norm(ones(1, 3), null, null, training: true),
            ["batch_norm", "[1, 3]", "at least two"]
        ),
        ["batch_norm, no statistics"] = (() => batch_norm(Image(), null, null), ["batch_norm", "running"]),
        ["BatchNorm2d"] = (() => nn.BatchNorm2d(3).call(ones(2, 3)), ["BatchNorm2d", "4 dimensions", "[2, 3]"]),
        ["layer_norm"] = (() => layer_norm(ones(2, 3), [4]), ["layer_norm", "[2, 3]", "[4]"]),
        ["layer_norm, weight"] = (() => layer_norm(ones(2, 3), [3], ones(1)), ["layer_norm", "[1]", "[3]"]),
        ["dropout"] = (() => dropout(ones(2), 1.5), ["dropout", "1.5", "between 0 and 1"]),
        ["pad"] = (() => pad(ones(2), [1, 1, 1]), ["pad", "3 sizes", "[2]"]),
        ["cross_entropy"] = (() => cross_entropy(ones(3, 2), tensor([1L])), ["cross_entropy", "[3, 2]", "[3]", "[1]"]),
        ["cross_entropy, class"] = (() => cross_entropy(ones(3, 2), Whole), ["cross_entropy", "0 … 1"]),
        ["cross_entropy, weights"] = (
            () => cross_entropy(ones(2, 2), tensor([1L, 0]), ones(3)),
            ["cross_entropy", "2 classes", "[3]"]
        ),
        ["cross_entropy, probabilities"] = (() => cross_entropy(ones(3, 2), ones(3)), ["cross_entropy", "[3, 2]", "[3]"]),
        ["nll_loss"] = (() => nll_loss(ones(3, 2), ones(3)), ["nll_loss", "Int64", "Float32"]),
        ["mse_loss"] = (() => mse_loss(ones(2), ones(3)), ["mse_loss", "[2]", "[3]", "one shape"]),
        ["binary_cross_entropy"] = (
            () => binary_cross_entropy(full([2], 1.5f), ones(2)),
            ["binary_cross_entropy", "0 … 1", "with_logits"]
        ),
        ["Embedding"] = (() => nn.Embedding(3, 2).call(Whole), ["index 3", "0 … 2"]),
        ["LSTM"] = (() => nn.LSTM(3, 2).call(ones([4, 1, 2])), ["LSTM", "[4, 1, 2]", "3"]),
        ["LSTM, state"] = (
            () => nn.LSTM(3, 2).call(ones([4, 1, 3]), (ones([1, 2, 2]), ones([1, 2, 2]))),
            ["LSTM", "h_0", "[1, 1, 2]", "[1, 2, 2]"]
        ),
        ["pack"] = (() => pack_padded_sequence(ones([4, 2, 3]), tensor([5L, 2])), ["pack_padded_sequence", "5", "1 … 4"]),
        ["pack, order"] = (
            () => pack_padded_sequence(ones([4, 2, 3]), tensor([1L, 2])),
            ["pack_padded_sequence", "[1, 2]", "enforce_sorted"]
        ),
        ["groups"] = (() => nn.Conv2d(3, 4, 3, groups: 2), ["Conv2d", "3", "4", "2 groups"]),
        ["grad"] = (() => ones(2).grad = ones(3), ["grad", "[2]", "[3]"]),
    };

    public static TheoryData<string> Names => new(Calls.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_message_names_the_operation_what_was_seen_and_the_rule(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Exception error = Assert.ThrowsAny<Exception>(Calls[name].Action);
        Assert.True(
            error is ArgumentException or InvalidOperationException or NotSupportedException,
            $"{error.GetType().Name}: {error.Message}"
        );
        Assert.All(Calls[name].Said, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }

    private static Tensor Image() => ones([1, 3, 8, 8]);
}
