using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Research.Numerics;
using Research.Results.Charts;

namespace Research.Results.Folders;

/// <summary>The JSON files of a folder of results: the same values give the same bytes.</summary>
[FindsDeclaredTypes]
internal static class ResultJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // no page holds these files: people read them
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = JsonTypeInfoResolver.WithAddedModifier(
            JsonTypeInfoResolver.Combine(new ResultTypes(), new DefaultJsonTypeInfoResolver()), // a kind of chart that is not listed
            ChartKinds.Discriminate
        ),
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    /// <exception cref="ResearchException">The file is missing, or does not hold what it should.</exception>
    public static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Options)
                ?? throw new ResearchException($"{path} holds null; write it again: ./build.sh --target Describe");
        }
        catch (JsonException error)
        {
            throw new ResearchException(
                $"{path} cannot be read: {error.Message} Write it again: ./build.sh --target Describe",
                error
            );
        }
        catch (IOException error)
        {
            throw new ResearchException($"{path} is missing. Write it: ./build.sh --target Describe", error);
        }
    }
}

/// <summary>Members of those types, read when this is compiled: by reflection it takes a tenth of a run that has nothing to do.</summary>
[JsonSerializable(typeof(ExperimentDescription))]
[JsonSerializable(typeof(StudyDescription))]
[JsonSerializable(typeof(GraphDescription))]
[JsonSerializable(typeof(WitnessFacts))]
[JsonSerializable(typeof(BarChart))]
[JsonSerializable(typeof(FrameMapChart))]
[JsonSerializable(typeof(GridChart))]
[JsonSerializable(typeof(HistogramChart))]
[JsonSerializable(typeof(LineChart))]
[JsonSerializable(typeof(MatrixChart))]
[JsonSerializable(typeof(ScatterChart))]
[JsonSerializable(typeof(SpectrogramChart))]
[JsonSerializable(typeof(WaveformChart))]
[FindsDeclaredTypes]
internal sealed partial class ResultTypes : JsonSerializerContext;
