namespace Research.Experiments.GenreAffect;

/// <summary>
/// Can genre and affect be heard from spectrograms? The report of a university course (genre-affect) tries an LSTM and a convolutional network on ten genres of the Free Music Archive, then
/// regression of valence, energy and danceability, transfer and several tasks at once. Its archive cannot be had here: GTZAN's spectrograms stand in, and say so. Beside the random
/// split stands the fault-filtered one, with artists on one side only. A second document (choi-2017) is answered on its own published features.
/// </summary>
internal sealed class GenreAffectStudy : IDeclaresStudy
{
    public static Study Study { get; } =
        StudyFolder.Of(typeof(GenreAffectStudy), "Genre and affect of music", "fma-genre", "multitask") with
        {
            WithTheData =
                "Who has the course's archive runs: research data add fma-genres FOLDER --course (and fma-genres-beat, fma-affect), ./research.sh run GenreAffect.CourseGenres GenreAffect.CourseAffect --profile paper (docs/genre-affect.md).",
        };
}
