using System.Text.Json;

namespace Research.Torch.Tests.Oracle;

/// <summary>The cases of one file of PyTorch's results (Golden/README.md), by "kind: name".</summary>
internal sealed class GoldenFile
{
    private readonly Dictionary<string, JsonElement> _cases;

    public GoldenFile(string file, string kind, string list = "cases") =>
        _cases = Research
            .Tests.Golden.Json(file)
            .GetProperty(list)
            .EnumerateArray()
            .ToDictionary(item => $"{item.GetProperty(kind).GetString()}: {item.GetProperty("name").GetString()}");

    public JsonElement this[string label] => _cases[label];

    public IEnumerable<string> Labels => _cases.Keys;

    /// <summary>One row a case that is not excluded.</summary>
    public TheoryData<string> Rows(Func<string, bool> isExcluded) => new(Labels.Where(label => !isExcluded(label)));
}

/// <summary>Tensors, and lists of them, as the oracle's files hold them.</summary>
internal static class GoldenTensor
{
    public static Tensor Read(JsonElement item)
    {
        long[] shape = [.. item.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        JsonElement[] data = [.. item.GetProperty("data").EnumerateArray()];
        return item.GetProperty("dtype").GetString() switch
        {
            "float32" => tensor(data.Select(value => value.GetSingle()).ToArray(), shape),
            "int64" => tensor(data.Select(value => value.GetInt64()).ToArray(), shape),
            "bool" => tensor(data.Select(value => value.GetBoolean()).ToArray(), shape),
            string other => throw new NotSupportedException(other),
            null => throw new InvalidDataException("A tensor without a type."),
        };
    }

    public static Tensor? ReadOrNull(JsonElement item) => item.ValueKind == JsonValueKind.Null ? null : Read(item);

    public static Tensor[] ReadAll(JsonElement list) => [.. list.EnumerateArray().Select(Read)];

    public static Dictionary<string, Tensor> ReadNamed(JsonElement items) =>
        items.EnumerateObject().ToDictionary(item => item.Name, item => Read(item.Value));

    /// <summary>Σ weight·output over the outputs that have a weight; null where none has, or none leads to a gradient.</summary>
    public static Tensor? Loss(IEnumerable<Tensor> outputs, JsonElement weights)
    {
        Tensor? loss = null;
        foreach ((Tensor output, JsonElement weight) in outputs.Zip(weights.EnumerateArray()))
        {
            if (weight.ValueKind != JsonValueKind.Null && output.requires_grad)
            {
                Tensor term = (output * Read(weight)).sum();
                loss = loss is null ? term : loss + term;
            }
        }

        return loss;
    }
}
