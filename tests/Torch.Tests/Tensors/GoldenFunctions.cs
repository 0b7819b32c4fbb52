using System.Text.Json;
using Research.Torch.Tests.Oracle;
using TorchSharp.Modules;

namespace Research.Torch.Tests.Tensors;

/// <summary>Our functions under PyTorch's names and arguments.</summary>
internal static class GoldenFunctions
{
    private static readonly Dictionary<string, Func<Settings, Tensor[], Tensor[]>> Functions = new()
    {
        ["add"] = (s, x) => [s.Has("alpha") ? x[0].add(x[1], s.Double("alpha")) : x[0].add(x[1])],
        ["sub"] = (s, x) => [s.Has("alpha") ? x[0].sub(x[1], s.Double("alpha")) : x[0].sub(x[1])],
        ["mul"] = (_, x) => [x[0].mul(x[1])],
        ["div"] = (_, x) => [x[0].div(x[1])],
        ["maximum"] = (_, x) => [x[0].maximum(x[1])],
        ["minimum"] = (_, x) => [x[0].minimum(x[1])],
        ["pow"] = (s, x) => [s.Has("exponent") ? x[0].pow((Scalar)s.Double("exponent")) : x[0].pow(x[1])],
        ["where"] = (_, x) => [where(x[0], x[1], x[2])],
        ["exp"] = (_, x) => [x[0].exp()],
        ["tanh"] = (_, x) => [x[0].tanh()],
        ["sigmoid"] = (_, x) => [x[0].sigmoid()],
        ["sin"] = (_, x) => [x[0].sin()],
        ["cos"] = (_, x) => [x[0].cos()],
        ["abs"] = (_, x) => [x[0].abs()],
        ["neg"] = (_, x) => [x[0].neg()],
        ["relu"] = (_, x) => [x[0].relu()],
        ["square"] = (_, x) => [x[0].square()],
        ["log"] = (_, x) => [x[0].log()],
        ["log1p"] = (_, x) => [x[0].log1p()],
        ["sqrt"] = (_, x) => [x[0].sqrt()],
        ["rsqrt"] = (_, x) => [x[0].rsqrt()],
        ["clamp"] = (s, x) => [x[0].clamp(Limit(s, "min"), Limit(s, "max"))],
        ["masked_fill"] = (s, x) => [x[0].masked_fill(x[1], s.Double("value"))],
        ["sum"] = (s, x) => [s.Longs("dim") is { } dims ? x[0].sum(dims, s.Bool("keepdim")) : x[0].sum()],
        ["mean"] = (s, x) => [s.Longs("dim") is { } dims ? x[0].mean(dims, s.Bool("keepdim")) : x[0].mean()],
        ["var"] = (s, x) =>
            [s.Longs("dim") is { } dims ? x[0].var(dims, s.Bool("unbiased"), s.Bool("keepdim")) : x[0].var(s.Bool("unbiased"))],
        ["std"] = (s, x) =>
            [s.Longs("dim") is { } dims ? x[0].std(dims, s.Bool("unbiased"), s.Bool("keepdim")) : x[0].std(s.Bool("unbiased"))],
        ["max"] = (s, x) => s.Has("dim") ? Both(x[0].max(s.Long("dim"), s.Bool("keepdim"))) : [x[0].max()],
        ["min"] = (s, x) => s.Has("dim") ? Both(x[0].min(s.Long("dim"), s.Bool("keepdim"))) : [x[0].min()],
        ["amax"] = (s, x) => [x[0].amax(s.Longs("dim")!, s.Bool("keepdim"))],
        ["amin"] = (s, x) => [x[0].amin(s.Longs("dim")!, s.Bool("keepdim"))],
        ["argmax"] = (s, x) => [s.Has("dim") ? x[0].argmax(s.Long("dim"), s.Bool("keepdim")) : x[0].argmax()],
        ["argmin"] = (s, x) => [s.Has("dim") ? x[0].argmin(s.Long("dim"), s.Bool("keepdim")) : x[0].argmin()],
        ["topk"] = (s, x) => Both(x[0].topk(s.Int("k"), s.Int("dim", -1), s.Bool("largest", true))),
        ["sort"] = (s, x) => Both(x[0].sort(s.Long("dim", -1), s.Bool("descending"), s.Bool("stable"))),
        ["cumsum"] = (s, x) => [x[0].cumsum(s.Long("dim"))],
        ["softmax"] = (s, x) => [x[0].softmax(s.Long("dim"))],
        ["log_softmax"] = (s, x) => [x[0].log_softmax(s.Long("dim"))],
        ["logsumexp"] = (s, x) => [x[0].logsumexp(s.Longs("dim")![0], s.Bool("keepdim"))],
        ["norm"] = (s, x) =>
            [
                s.Longs("dim") is { } dims
                    ? x[0].norm((int)dims[0], s.Bool("keepdim"), (float)s.Double("p"))
                    : x[0].norm((float)s.Double("p")),
            ],
        ["matmul"] = (_, x) => [x[0].matmul(x[1])],
        ["bmm"] = (_, x) => [x[0].bmm(x[1])],
        ["outer"] = (_, x) => [x[0].outer(x[1])],
        ["gather"] = (s, x) => [x[0].gather(s.Long("dim"), x[1])],
        ["index_select"] = (s, x) => [x[0].index_select(s.Long("dim"), x[1])],
        ["scatter_add"] = (s, x) => [x[0].scatter_add(s.Long("dim"), x[1], x[2])],
        ["index"] = (s, x) => [x[0].index([.. s.Json("at").EnumerateArray().Select(at => Place(at, x))])],
        ["slice"] = (s, x) => [x[0].index([.. s.Json("slices").EnumerateArray().Select(Range)])],
        ["narrow"] = (s, x) => [x[0].narrow(s.Long("dim"), s.Long("start"), s.Long("length"))],
        ["cat"] = (s, x) => [cat(x, s.Long("dim"))],
        ["stack"] = (s, x) => [stack(x, s.Long("dim"))],
        ["split"] = (s, x) =>
            s.Longs("split_size") is [long size]
                ? x[0].split(size, s.Int("dim"))
                : x[0].split(s.Longs("split_size")!, s.Long("dim")),
        ["chunk"] = (s, x) => x[0].chunk(s.Long("chunks"), s.Long("dim")),
        ["transpose"] = (s, x) => [x[0].transpose(s.Long("dim0"), s.Long("dim1"))],
        ["permute"] = (s, x) => [x[0].permute(s.Longs("dims")!)],
        ["reshape"] = (s, x) => [x[0].reshape(s.Longs("shape")!)],
        ["expand"] = (s, x) => [x[0].expand(s.Longs("size")!)],
        ["squeeze"] = (s, x) => [x[0].squeeze(s.Longs("dim")?[0])],
        ["unsqueeze"] = (s, x) => [x[0].unsqueeze(s.Long("dim"))],
        ["flip"] = (s, x) => [x[0].flip(s.Longs("dims")!)],
        ["pad"] = (s, x) => [nn.functional.pad(x[0], s.Longs("pad")!, value: s.Double("value"))],
        ["conv2d"] = (s, x) =>
            [
                nn.functional.conv2d(
                    x[0],
                    x[1],
                    x.Length > 2 ? x[2] : null,
                    s.Longs("stride"),
                    s.Longs("padding"),
                    s.Longs("dilation"),
                    s.Long("groups", 1)
                ),
            ],
        ["max_pool2d"] = (s, x) =>
            [nn.functional.max_pool2d(x[0], s.Longs("kernel_size")!, s.Longs("stride"), s.Longs("padding"))],
        ["avg_pool2d"] = (s, x) =>
            [nn.functional.avg_pool2d(x[0], s.Longs("kernel_size")!, s.Longs("stride"), s.Longs("padding"))],
        ["batch_norm"] = (s, x) =>
            [nn.functional.batch_norm(x[0], null, null, x[1], x[2], s.Bool("training"), eps: s.Double("eps"))],
        ["layer_norm"] = (s, x) => [nn.functional.layer_norm(x[0], s.Longs("normalized_shape")!, x[1], x[2], s.Double("eps"))],
        ["lstm"] = Lstm,
        ["cross_entropy"] = (s, x) =>
            [
                nn.functional.cross_entropy(
                    x[0],
                    x[1],
                    s.Tensor("weight"),
                    s.Long("ignore_index", -100),
                    s.Reduction(),
                    s.Double("label_smoothing")
                ),
            ],
        ["binary_cross_entropy_with_logits"] = (s, x) =>
            [
                nn.functional.binary_cross_entropy_with_logits(
                    x[0],
                    x[1],
                    s.Tensor("weight"),
                    s.Reduction(),
                    s.Tensor("pos_weight")
                ),
            ],
    };

    public static bool Has(string function) => Functions.ContainsKey(function);

    public static Tensor[] Run(string function, Settings settings, Tensor[] inputs)
    {
        Tensor[] given = inputs;
        if (settings.Longs("transpose_inputs") is { } pair)
        {
            given = [.. given.Select(x => x.transpose(pair[0], pair[1]))];
        }

        if (settings.Bool("of_squares"))
        {
            given = [.. given.Select(x => x * x)];
        }

        return Functions[function](settings, given);
    }

    private static Tensor[] Both((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];

    private static Scalar? Limit(Settings s, string name) => s.Has(name) ? (Scalar)s.Double(name) : null;

    private static TensorIndex Place(JsonElement at, Tensor[] inputs) =>
        at.ValueKind == JsonValueKind.Null ? TensorIndex.Colon : TensorIndex.Tensor(inputs[at.GetInt32()]);

    private static TensorIndex Range(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Number)
        {
            return TensorIndex.Single(item.GetInt64());
        }

        long?[] limits =
        [
            .. item.EnumerateArray().Select(limit => limit.ValueKind == JsonValueKind.Null ? (long?)null : limit.GetInt64()),
        ];
        return TensorIndex.Slice(limits[0], limits[1], limits[2]);
    }

    // The weights take the places of a module's parameters, as leaves of their own.
    private static Tensor[] Lstm(Settings s, Tensor[] x)
    {
        LSTM lstm = nn.LSTM(
            s.Long("input_size"),
            s.Long("hidden_size"),
            batchFirst: s.Bool("batch_first"),
            bidirectional: s.Bool("bidirectional")
        );
        foreach (((_, Parameter parameter), Tensor weight) in lstm.named_parameters().Zip(x.Skip(3)))
        {
            using (no_grad())
            {
                parameter.copy_(weight);
            }

            parameter.Meta = weight.Meta;
        }

        (Tensor output, Tensor hn, Tensor cn) = lstm.call(x[0], (x[1], x[2]));
        return [output, hn, cn];
    }
}
