stories = { $count ->
    [one] { $count } storia
   *[other] { $count } storie
}
