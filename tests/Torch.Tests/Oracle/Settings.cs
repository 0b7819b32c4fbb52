using System.Text.Json;

namespace Research.Torch.Tests.Oracle;

/// <summary>PyTorch's arguments of one case; what is left out has PyTorch's default.</summary>
internal sealed class Settings(JsonElement json)
{
    public bool Has(string name) => json.TryGetProperty(name, out _);

    public long Long(string name, long otherwise = 0) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetInt64() : otherwise;

    public int Int(string name, int otherwise = 0) => (int)Long(name, otherwise);

    public double Double(string name, double otherwise = 0) =>
        !json.TryGetProperty(name, out JsonElement value) ? otherwise
        : value.ValueKind == JsonValueKind.String ? double.PositiveInfinity // "inf"
        : value.GetDouble();

    public double? DoubleOrNone(string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value.GetDouble() : null;

    public bool Bool(string name, bool otherwise = false) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetBoolean() : otherwise;

    public string Text(string name, string otherwise = "") =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetString()! : otherwise;

    /// <summary>A list; one number is a list of one; absent is null.</summary>
    public long[]? Longs(string name) =>
        !json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetInt64())]
        : [value.GetInt64()];

    /// <summary>A pair; one number stands for both.</summary>
    public (long, long)? Pair(string name) => Longs(name) is { } sizes ? (sizes[0], sizes[^1]) : null;

    public Tensor? Tensor(string name) =>
        json.TryGetProperty(name, out JsonElement value) ? GoldenTensor.ReadOrNull(value) : null;

    public JsonElement Json(string name) => json.GetProperty(name);

    public nn.Reduction Reduction() =>
        Text("reduction", "mean") switch
        {
            "mean" => nn.Reduction.Mean,
            "sum" => nn.Reduction.Sum,
            _ => nn.Reduction.None,
        };
}
