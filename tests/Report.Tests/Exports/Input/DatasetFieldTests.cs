using System.IO.Enumeration;
using System.Text.RegularExpressions;
using Research.Report.Exports.Input;
using Xunit;

namespace Research.Report.Tests.Exports.Input;

/// <summary>What names of files say; the columns were compared with the tables' heads of the pinned data when they were written.</summary>
public class DatasetFieldTests
{
    [Fact]
    public void Every_row_names_a_dataset_of_the_lock() =>
        Assert.All(
            DatasetField.All.Where(field => field.Dataset != "*"),
            field => Assert.Contains(field.Dataset, Samples.Pins.Datasets.Select(entry => entry.Id))
        );

    [Fact]
    public void A_column_is_of_a_table_that_the_lock_names() =>
        Assert.All(
            DatasetField.All.Where(field => field is { IsColumn: true, Dataset: not "*" }),
            field => Assert.Contains(field.Files, Samples.Pins.Datasets.Single(entry => entry.Id == field.Dataset).Files)
        );

    [Theory]
    [InlineData("fsdd", "digit", "recordings/7_jackson_32.wav", "7")]
    [InlineData("fsdd", "speaker", "recordings/7_jackson_32.wav", "jackson")]
    [InlineData("ntua-digits", "digit", "digits/eight12.wav", "eight")]
    [InlineData("ntua-digits", "speaker", "digits/eight12.wav", "12")]
    [InlineData("emodb", "speaker", "wav/03a01Fa.wav", "03")]
    [InlineData("emodb", "sentence", "wav/03a01Fa.wav", "a01")]
    [InlineData("emodb", "emotion", "wav/03a01Fa.wav", "F")]
    [InlineData("emodb-4", "speaker", "wav/16b10Td.wav", "16")]
    [InlineData("emodb-4", "sentence", "wav/16b10Td.wav", "b10")]
    [InlineData("emodb-4", "emotion", "wav/16b10Td.wav", "T")]
    [InlineData("nemo-1057", "speaker", "samples/EB0_anger_10.wav", "EB0")]
    [InlineData("nemo-1057", "emotion", "samples/EB0_anger_10.wav", "anger")]
    [InlineData("gtzan-specgrams", "genre", "gray/hiphop/hiphop00036.png", "hiphop")]
    [InlineData("gtzan-mel", "genre", "gray/blues/blues.00000.png", "blues")]
    [InlineData("gtzan-clips", "genre", "rock/rock.00050.wav", "rock")]
    [InlineData("emopia-midi", "quadrant", "midis/Q1_0vLPYiPN7qY_0.mid", "Q1")]
    [InlineData("groove-midi", "drummer", "drummer10/session1/3_funk_95_beat_4-4.mid", "drummer10")]
    [InlineData("groove-midi", "tempo", "drummer1/eval_session/10_soul-groove10_102_beat_4-4.mid", "102")]
    public void The_name_of_a_file_says_the_value(string dataset, string name, string path, string value)
    {
        DatasetField field = DatasetField.All.Single(item => item.Dataset == dataset && item.Name == name && !item.IsColumn);
        Assert.True(FileSystemName.MatchesSimpleExpression(field.Files, path));
        Assert.Equal(value, Regex.Match(path, field.Pattern).Groups[1].Value);
    }

    [Fact]
    public void Every_pattern_has_an_example_above()
    {
        IEnumerable<string> tried = typeof(DatasetFieldTests)
            .GetMethod(nameof(The_name_of_a_file_says_the_value))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Cast<InlineDataAttribute>()
            .Select(example => $"{example.Data[0]} {example.Data[1]}");
        Assert.Equal(
            DatasetField.All.Where(field => !field.IsColumn).Select(field => $"{field.Dataset} {field.Name}").Order(),
            tried.Order()
        );
    }
}
