using Research.Report.Exports.Formats;
using Research.Report.Exports.Input;

namespace Research.Report.Tests.Exports.Formats;

public class ModelCardsTests
{
    [Theory]
    [MemberData(nameof(Exported.Cases), MemberType = typeof(Exported))]
    public void Each_model_whose_card_is_committed_has_one(string name)
    {
        Exported export = Exported.Of(name);
        string[] models =
        [
            .. ModelFile.All(export.Input).Select(model => $"models/{model.Experiment.Target}/{model.Name}/README.md"),
        ];
        Assert.NotEmpty(models);
        Assert.Equal(models, export.Paths.Where(path => path.StartsWith("models/", StringComparison.Ordinal)));
        Assert.All(models, path => Assert.StartsWith("---\nlicense: ", export.Text(path), StringComparison.Ordinal));
    }

    [Fact]
    public void Metadata_names_licence_task_data_and_scores_and_the_text_says_how_to_use_it()
    {
        string card = Exported.Of("tiny").Text("models/Digits.GmmHmm/fsdd/README.md");
        Assert.StartsWith(
            "---\nlicense: cc-by-sa-4.0\nlibrary_name: research\npipeline_tag: audio-classification\n",
            card,
            StringComparison.Ordinal
        );
        Assert.All(
            [
                "- name: \"Digits.GmmHmm/fsdd\"\n",
                "      type: \"fsdd\"\n",
                "    - type: accuracy\n      name: accuracy\n      value: 0.75\n",
                "# Spoken digit\n",
                "Classes: 0, 1.",
                "./research.sh models export Digits.GmmHmm/fsdd Digits.GmmHmm-fsdd.rmodel\n",
                "| tested on | 1 others, published test part |",
                "- fsdd (Free Spoken Digit Dataset): CC BY-SA 4.0. Jackson (2018).",
                $"fingerprint `{new string('a', 64)}`; made on Debian, X64.",
            ],
            expected => Assert.Contains(expected, card, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Of_data_with_several_licences_the_text_tells_all()
    {
        string card = Exported.Of("paper").Text("models/FilmEmotion.ImageNetTransfer/quadrant/README.md");
        Assert.StartsWith("---\nlicense: other\nlicense_name: of-the-data\n", card, StringComparison.Ordinal);
        Assert.Contains("- piano-emotion", card, StringComparison.Ordinal);
        Assert.Contains("- squeezenet-imagenet", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Cards_that_are_not_committed_are_told()
    {
        string root = TinyCheckout.Make();
        File.Delete(Path.Combine(root, "results", "paper", "Digits", "GmmHmm", ModelFile.File));
        string note = Assert.Single(ModelCards.Missing(ExportInput.Read(root, "paper")));
        Assert.StartsWith("no cards of Digits.GmmHmm's models", note, StringComparison.Ordinal);
        Assert.Empty(Exported.Of("tiny").Notes);
    }
}
