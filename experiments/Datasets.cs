using Research.Corpora;
using Research.Corpora.Music.Instruments;
using Research.Data.Datasets;

namespace Research.Experiments;

/// <summary>Short names for the datasets that experiments use; each is described in its module, in src/Data/Datasets or src/Corpora.</summary>
public static class Datasets
{
    public static DatasetRef Fsdd => Data.Datasets.Fsdd.Dataset;

    public static DatasetRef NtuaDigits => Data.Datasets.NtuaDigits.Dataset;

    public static DatasetRef NtuaPhrases => Data.Datasets.NtuaPhrases.Dataset;

    public static DatasetRef EmoDb4 => Data.Datasets.EmoDb.FourEmotions;

    public static DatasetRef EmoDb => Data.Datasets.EmoDb.Dataset;

    public static DatasetRef Nemo1057 => Data.Datasets.Nemo1057.Dataset;

    public static DatasetRef ShemoFemale => Shemo.Female;

    public static DatasetRef ShemoMale => Shemo.Male;

    public static DatasetRef GtzanSpecgrams => Data.Datasets.GtzanSpecgrams.Dataset;

    public static DatasetRef GtzanMel => Data.Datasets.GtzanMel.Dataset;

    public static DatasetRef GtzanClips => Data.Datasets.GtzanClips.Dataset;

    public static DatasetRef GtzanFeatures => MusicFeatures.Gtzan;

    public static DatasetRef EmoMusicFeatures => MusicFeatures.EmoMusic;

    public static DatasetRef BallroomFeatures => MusicFeatures.Ballroom;

    public static DatasetRef SpeechMusicFeatures => MusicFeatures.SpeechMusic;

    public static DatasetRef FmaEchonest => Data.Datasets.FmaEchonest.Dataset;

    public static DatasetRef FmaSmall => Fma.Small;

    public static DatasetRef FmaMedium => Fma.Medium;

    public static DatasetRef MusicnnMsd => Data.Datasets.MusicnnMsd.Dataset;

    public static DatasetRef SqueezeNet10Weights => ImageNetWeights.SqueezeNet10;

    public static DatasetRef SqueezeNet11Weights => ImageNetWeights.SqueezeNet11;

    public static DatasetRef ResNet18OnnxWeights => ResNet18Onnx.Dataset;

    public static DatasetRef TorchvisionAlexNet => TorchvisionWeights.AlexNet;

    public static DatasetRef TorchvisionVgg16 => TorchvisionWeights.Vgg16;

    public static DatasetRef TorchvisionSqueezeNet11 => TorchvisionWeights.SqueezeNet11;

    public static DatasetRef TorchvisionResNet18 => TorchvisionWeights.ResNet18;

    public static DatasetRef TorchvisionDenseNet121 => TorchvisionWeights.DenseNet121;

    public static DatasetRef TorchvisionInceptionV3 => TorchvisionWeights.InceptionV3;

    public static PinnedDataset Vgmidi => Data.Datasets.Vgmidi.Dataset;

    public static PinnedDataset EmopiaMidi => Data.Datasets.EmopiaMidi.Dataset;

    public static PinnedDataset MemoMusicMidi => MemoMusic.Midi;

    public static DatasetRef MemoMusicAudio => MemoMusic.Audio;

    public static DatasetRef Eerola360 => Data.Datasets.Eerola360.Dataset;

    public static DatasetRef Eerola360Audio => Data.Datasets.Eerola360.Audio;

    public static DatasetRef Eerola110 => Data.Datasets.Eerola110.Dataset;

    public static PinnedDataset PianoEmotion => Data.Datasets.PianoEmotion.Dataset;

    public static PinnedDataset GrooveMidi => Data.Datasets.GrooveMidi.Dataset;

    public static GeneratedDataset SyntheticDigits => Corpora.SyntheticDigits.Dataset;

    public static GeneratedDataset SyntheticCourse => Corpora.SyntheticDigits.Course;

    public static GeneratedDataset SyntheticSpeechEmotion => Corpora.SyntheticSpeechEmotion.Dataset;

    public static GeneratedDataset SyntheticSpeechEmotionOther => Corpora.SyntheticSpeechEmotion.Other;

    public static GeneratedDataset SyntheticMusic => Corpora.SyntheticMusic.Dataset;

    /// <summary>A dataset of pieces, played on our own instruments: its items hold waveforms.</summary>
    public static DatasetRef Played(PinnedDataset pieces, RenderSettings settings) => RenderedPieces.Of(pieces, settings);

    /// <summary>Cards of all datasets, in ordinal order of their ids: those of the package, and those in this project.</summary>
    public static IReadOnlyList<DatasetCard> Cards =>
        DatasetCatalog.In(typeof(DatasetCatalog).Assembly, typeof(Corpus).Assembly, typeof(Datasets).Assembly);

    /// <summary>The card of a dataset that is found.</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static DatasetCard CardOf(DatasetRef dataset) =>
        Cards.FirstOrDefault(card => card.Dataset.Id == dataset.Id)
        ?? throw new ArgumentException($"The dataset '{dataset.Id}' has no card: write its module.", nameof(dataset));

    /// <summary>Every dataset that code makes.</summary>
    public static IReadOnlyList<GeneratedDataset> Generated => [.. Cards.Select(card => card.Dataset).OfType<GeneratedDataset>()];
}
