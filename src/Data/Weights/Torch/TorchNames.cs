using Research.Data.Weights.Tensors;

namespace Research.Data.Weights.Torch;

/// <summary>The names of Python's that a file of weights needs, and what each stands for here.</summary>
/// <remarks>Source: torch/serialization.py and torch/_utils.py of PyTorch 1.13.</remarks>
internal static class TorchNames
{
    private const string OrderedDict = "collections.OrderedDict";
    private const string Parameter = "torch._utils._rebuild_parameter";
    private const int ViewArguments = 4; // storage, offset, sizes, strides

    private static readonly string[] Views = ["torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2"];

    private static readonly Dictionary<string, NumberType> Storages = new(StringComparer.Ordinal)
    {
        ["torch.FloatStorage"] = NumberType.Float32,
        ["torch.DoubleStorage"] = NumberType.Float64,
        ["torch.HalfStorage"] = NumberType.Float16,
        ["torch.BFloat16Storage"] = NumberType.BFloat16,
        ["torch.LongStorage"] = NumberType.Int64,
        ["torch.IntStorage"] = NumberType.Int32,
        ["torch.ShortStorage"] = NumberType.Int16,
        ["torch.CharStorage"] = NumberType.Int8,
        ["torch.ByteStorage"] = NumberType.UInt8,
        ["torch.BoolStorage"] = NumberType.UInt8,
    };

    public static bool IsKnown(string name) =>
        name is OrderedDict or Parameter || Views.Contains(name) || Storages.ContainsKey(Bare(name));

    /// <summary>What a persistent name stands for: ("storage", type, key, place, count), in the older form with a sixth that is None; else null.</summary>
    public static PickleStorage? Storage(object? id) =>
        id is object?[] and ["storage", PickleName type, string key, string, long count, ..] and ({ Length: 5 } or [.., null])
        && Storages.TryGetValue(Bare(type.Name), out NumberType number)
        && count >= 0
            ? new PickleStorage(number, key, count)
            : null;

    /// <summary>What a call stands for; null where it is none that is known, or its arguments are others.</summary>
    public static object? Call(object? function, object? arguments) =>
        function is PickleName name && arguments is object?[] given
            ? name.Name switch
            {
                OrderedDict when given.Length == 0 => new PickleMap(),
                Parameter when given.Length == 3 => given[0] as PickleTensor,
                _ when Views.Contains(name.Name) && given.Length >= ViewArguments => View(given),
                _ => null,
            }
            : null;

    private static PickleTensor? View(object?[] given) =>
        given is [PickleStorage storage, long offset, object?[] sizes, object?[] strides, ..]
        && sizes.Length == strides.Length
        && sizes.Concat(strides).All(value => value is long)
            ? new PickleTensor(storage, offset, [.. sizes.Cast<long>()], [.. strides.Cast<long>()])
            : null;

    // Where a tensor lay when it was saved does not matter.
    private static string Bare(string name) => name.Replace("torch.cuda.", "torch.", StringComparison.Ordinal);
}
